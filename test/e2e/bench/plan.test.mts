import { providerOf } from '../../../scripts/providers.js';
import { readBenchOptions } from '../../../e2e/bench/options.mts';
import { planContests, runsOfScenes } from '../../../e2e/bench/plan.mts';

const plan = (...commandLine: string[]) => planContests(readBenchOptions(commandLine));

describe('the plan of the benchmark', () => {
	it('holds every size with both latencies', () => {
		const receipts = plan().filter(({ subject }) => subject === 'receipts');
		expect(receipts.map(({ receipts: size, conditions }) => [size, conditions.latencyMs])).toEqual([
			[1, 50],
			[1, 5],
			[100, 50],
			[100, 5],
			[1000, 50],
			[1000, 5],
			[10_000, 50],
			[10_000, 5],
		]);
	});

	it('sets the node against both ways to use the HTTP Request node', () => {
		for (const { sides } of plan('--only', 'receipts')) {
			expect(sides.map(({ kind, concurrency }) => [kind, concurrency])).toEqual([
				['node', 10],
				['storedCredential', null],
				['bareToken', null],
				['node', 50],
				['nodeWithFields', 50],
			]);
		}
	});

	it('gives each run of 10,000 receipts an n8n of its own', () => {
		for (const { receipts, n8n } of plan()) {
			expect(n8n).toBe(receipts === 10_000 ? 'renewed' : 'shared');
		}
	});

	it('repeats short runs more often, and 10,000 receipts at least three times', () => {
		const runs = plan()
			.filter(({ conditions, subject }) => subject === 'receipts' && conditions.latencyMs === 50)
			.map((contest) => contest.runs);
		expect(runs).toEqual([31, 11, 5, 3]);
	});

	it('leaves the long runs out when it has to be quick', () => {
		expect(plan('--quick').every(({ receipts }) => receipts <= 1000)).toBe(true);
	});

	it('runs the scenes of the node alone three times, or once to be quick', () => {
		expect(runsOfScenes(readBenchOptions([]))).toBe(3);
		expect(runsOfScenes(readBenchOptions(['--quick']))).toBe(1);
	});

	it('holds no contest for a scene of the node alone', () => {
		expect(plan('--only', 'unannounced')).toEqual([]);
	});

	it('holds one subject alone when asked to', () => {
		expect(plan('--only', 'limit').map(({ subject }) => subject)).toEqual(['limit']);
		expect(
			plan('--only', 'chats').map(({ sides: [side] }) => {
				const { idsPerCall, latestOnlyDefault } = providerOf(side?.provider ?? '');
				return [idsPerCall, latestOnlyDefault];
			}),
		).toEqual([
			['one', true],
			['many', null],
		]);
	});
});
