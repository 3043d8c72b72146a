import { judgeLoad } from '../../../e2e/load/promises.mts';
import { loadDocument } from '../../../e2e/load/report/document.mts';
import { loadTables } from '../../../e2e/load/report/tables.mts';
import { worstDelayMs } from '../../../e2e/load/results.mts';
import { loadResult, stretch } from './loadResult.mts';

const SURROUNDINGS = {
	processor: 'Example processor',
	cores: 2,
	memoryGb: 24,
	system: 'Linux 6.1',
	n8nVersion: '2.41.1',
	nodeVersion: '24.21.0',
	packageVersion: '1.0.0',
	date: '2026-01-31',
};

function document(): string {
	const result = loadResult([stretch(), stretch({ marked: 1199, worstDelayMs: 12 })]);
	return loadDocument({
		seconds: result.seconds,
		rate: result.rate,
		tables: loadTables(result),
		verdicts: judgeLoad(result),
		surroundings: SURROUNDINGS,
		worstDelayMs: worstDelayMs(result),
	});
}

describe('The page about load', () => {
	it('names the load, the machine and the day', () => {
		expect(document()).toContain('20 incoming messages a second for 60 seconds');
		expect(document()).toContain('n8n 2.41.1 on Node.js 24.21.0');
		expect(document()).toContain('- 2026-01-31');
	});

	it('says which promise was missed', () => {
		expect(document()).toContain('| 1,199 of 1,200 marked | **MISSED** |');
	});

	it('shows how long the node took, and how many receipts were lost', () => {
		expect(document()).toContain(
			'| WhatsApp Mark Read | First stretch | 5 ms | 6 ms | 6 ms | 6 ms |',
		);
		expect(document()).toContain('| Second stretch | 1,200 | 1,200 | 1,200 | 1,199 | 1 |');
	});

	it('admits how late webhooks were posted', () => {
		expect(document().replaceAll('\n  ', ' ')).toContain(
			'The latest one went out 12 ms after its time.',
		);
	});

	it('has a dash where nothing was measured', () => {
		const [, times] = loadTables(loadResult([stretch({ nodeMs: [] }), stretch()]));

		expect(times?.rows[0]?.slice(2)).toEqual(['–', '–', '–', '–']);
	});
});
