import {
	benchmarkDocument,
	markdownTable,
	withNewParts,
} from '../../../../e2e/bench/report/document.mts';
import { reportTables } from '../../../../e2e/bench/report/tables.mts';
import { judgePromises } from '../../../../e2e/bench/required.mts';
import { keptComparisons } from '../comparisons.mts';

const SURROUNDINGS = {
	processor: 'Example CPU',
	cores: 2,
	memoryGb: 8,
	system: 'Linux 6.1.0',
	n8nVersion: '2.41.1',
	nodeVersion: '24.21.0',
	packageVersion: '0.1.0',
	date: '2026-01-31',
};

describe('the benchmark’s document', () => {
	const document = benchmarkDocument({
		tables: reportTables(keptComparisons()),
		verdicts: judgePromises(keptComparisons()),
		surroundings: SURROUNDINGS,
		chart: 'images/benchmark.svg',
	});

	it('says where, when and with what was measured', () => {
		expect(document).toContain('2 cores (Example CPU), 8 GB of memory, Linux 6.1.0');
		expect(document).toContain('n8n 2.41.1 on Node.js 24.21.0');
		expect(document).toContain('2026-01-31');
	});

	it('says how to repeat it and how it was measured', () => {
		expect(document).toContain('npm ci && npm run bench');
		expect(document).toContain('## How it is measured');
	});

	it('shows the chart, every promise and every table', () => {
		expect(document).toContain('](images/benchmark.svg)');
		expect(document).toContain('All 300 receipts'.toLowerCase());
		expect(document).toContain('### Every receipt one call: time of the node');
	});

	it('does not hide a promise that was missed', () => {
		const honest = benchmarkDocument({
			tables: [],
			verdicts: [{ promise: 'Fast', measured: '2.00 ×', isKept: false }],
			surroundings: SURROUNDINGS,
			chart: 'images/benchmark.svg',
		});
		expect(honest).toContain('| Fast | 2.00 × | **MISSED** |');
	});
});

describe('a table in Markdown', () => {
	it('keeps a bar in a cell from being taken for the end of it', () => {
		expect(markdownTable({ head: ['A', 'B'], rows: [['1|2', '3']] })).toBe(
			'| A | B |\n| --- | --- |\n| 1\\|2 | 3 |',
		);
	});
});

describe('A part that was measured anew', () => {
	const report =
		'# B\n\n## What is promised\n\n| Promise | Measured | |\n| --- | --- | --- |\n| One | 2 | kept |\n\n## Results\n\n### Old\n\nWords.\n\n### What version 1.0.0 did\n\n- Much.\n';
	const table = (title: string) => ({ title, head: ['A'], rows: [['1']] });
	const verdict = (promise: string, isKept: boolean) => ({ promise, measured: '3', isKept });

	it('takes the place of what the page said before', () => {
		const parts = { tables: [table('Old')], verdicts: [verdict('One', false)] };

		const written = withNewParts(report, parts, '2026-11-24');

		expect(written).toContain('| One | 3 | **MISSED** |\n');
		expect(written).not.toContain('| One | 2 |');
		expect(written).not.toContain('Words.');
		expect(written).toContain('### Old\n\nMeasured on 2026-11-24.\n\n| A |\n| --- |\n| 1 |\n\n###');
	});

	it('is added where there was none', () => {
		const parts = { tables: [table('New')], verdicts: [verdict('Two', true)] };

		const written = withNewParts(report, parts, '2026-11-24');

		expect(written).toContain('| One | 2 | kept |\n| Two | 3 | kept |\n\n## Results');
		expect(written.indexOf('### New')).toBeLessThan(written.indexOf('### What version 1.0.0 did'));
		expect(written).toContain('Words.');
	});
});
