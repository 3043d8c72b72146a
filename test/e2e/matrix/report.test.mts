import { summarise, tellUnanswered, type CaseResult } from '../../../e2e/matrix/results.mts';
import { SETUPS } from '../../../e2e/matrix/setup.mts';
import { drawMatrix, listMisses } from '../../../e2e/matrix/table.mts';

const trial = { provider: 'cloudApi', row: 'Mark Chat as Read', name: 'from fields' } as const;

const passed: CaseResult[] = SETUPS.map((setup) => ({
	setup,
	trial,
	misses: [],
	wasUnanswered: false,
}));
const missed: CaseResult = {
	setup: SETUPS[0] ?? passed[0]!.setup,
	trial: { ...trial, name: 'from the webhook' },
	misses: ['calls: 2 instead of 1'],
	wasUnanswered: true,
};

describe('the report of the matrix', () => {
	it('counts versions, modes and cases in one line', () => {
		expect(summarise(passed)).toBe('2 n8n versions × 2 modes: 4 of 4 cases passed');
		expect(summarise([missed])).toBe('1 n8n version × 1 mode: 0 of 1 cases passed');
	});

	it('has a row for each provider and thing tried, and a column for each n8n', () => {
		const rows = drawMatrix([...passed, missed]).split('\n');
		const row = rows.find((line) => line.includes('Mark Chat as Read'));

		expect(rows[1]).toMatch(/2\.41\.1.*2\.41\.1.*1\.123\.81.*1\.123\.81/);
		expect(row).toMatch(/WhatsApp Cloud API .* 1 of 2 MISS .* 1 of 1 .* 1 of 1 .* 1 of 1 /);
	});

	it('says where a miss was and what was not as it should be', () => {
		expect(listMisses([...passed, missed])).toBe(
			[
				'MISS  n8n 2.41.1, regular mode · WhatsApp Cloud API · Mark Chat as Read · from the webhook',
				'      calls: 2 instead of 1',
			].join('\n'),
		);
		expect(listMisses(passed)).toBe('');
	});

	it('tells which cases n8n had left without an answer, and says nothing when there are none', () => {
		expect(tellUnanswered([missed])).toContain('n8n 2.41.1, regular mode: Mark Chat as Read');
		expect(tellUnanswered(passed)).toBe('');
	});
});
