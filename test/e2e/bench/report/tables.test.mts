import { reportTables } from '../../../../e2e/bench/report/tables.mts';
import { drawReportTable, drawVerdicts } from '../../../../e2e/bench/report/terminal.mts';
import { keptComparisons } from '../comparisons.mts';

describe('the tables of the benchmark', () => {
	const tables = reportTables(keptComparisons());

	it('show time, memory, chats and the rate limit', () => {
		expect(tables.map(({ title }) => title)).toEqual([
			'Every receipt one call: time of the node',
			'Memory of n8n while it marked 10,000',
			'1,000 messages of 50 chats, answers after 50 ms',
			'300 receipts where 100 calls per 5 s are allowed, answers after 50 ms',
		]);
	});

	it('have as many cells in each row as in the head', () => {
		for (const { head, rows } of tables) {
			for (const row of rows) expect(row).toHaveLength(head.length);
		}
	});

	it('give median, range, cost per receipt and floor of each side', () => {
		expect(tables[0]?.rows).toContainEqual([
			'1,000',
			'50 ms',
			'WhatsApp Mark Read, 50 at a time',
			'10,000 ms',
			'10,000–10,000',
			'10.00 ms',
			'1,000 ms',
			'50',
			'1,000',
		]);
	});

	it('show what a side lost under the rate limit, and that it was not done', () => {
		expect(tables[3]?.rows).toContainEqual([
			'HTTP Request, stored credential',
			'100',
			'200',
			'300',
			'200',
			'900 ms',
			'not done',
		]);
	});

	it('leave out what was not measured', () => {
		expect(reportTables([])).toEqual([]);
	});

	it('are drawn in the terminal under their titles', () => {
		const drawn = tables.map(drawReportTable).join('\n');
		expect(drawn).toContain('HTTP Request, bare token');
		expect(drawn).toContain('1.02 ×');
	});
});

describe('the promises in the terminal', () => {
	it('stand one to a line, a missed one in capitals', () => {
		const verdicts = [
			{ promise: 'Fast', measured: '0.40 ×', isKept: true },
			{ promise: 'Small', measured: '1.70 ×', isKept: false },
		];
		expect(drawVerdicts(verdicts)).toBe('kept    Fast: 0.40 ×\nMISSED  Small: 1.70 ×');
	});
});
