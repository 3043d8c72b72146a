import { drawCheckTable, summariseChecks, type CheckRow } from '../../../e2e/ui/table.mts';

const rows: readonly CheckRow[] = [
	{ name: 'The page has a dark theme', outcome: { verdict: 'ok' } },
	{
		name: 'The panel shows its fields',
		outcome: { verdict: 'MISSED', expected: 'Provider, Chat', seen: 'Provider' },
	},
];

describe('The table of checks', () => {
	it('shows of a miss what was expected and what was seen', () => {
		const table = drawCheckTable(rows);

		expect(table).toMatch(/The page has a dark theme +│ ok/);
		expect(table).toMatch(/The panel shows its fields +│ MISSED/);
		expect(table).toContain('expected: Provider, Chat');
		expect(table).toContain('seen: Provider');
	});

	it('is counted in one sentence', () => {
		expect(summariseChecks(rows)).toBe('1 of 2 checks passed.');
	});
});
