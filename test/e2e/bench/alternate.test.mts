import { alternate } from '../../../e2e/bench/alternate.mts';

describe('runs in turns', () => {
	const recorder = () => {
		const ran: string[] = [];
		const run = async (side: string) => {
			ran.push(side);
			return await Promise.resolve(ran.length);
		};
		return { ran, run };
	};

	it('let every side run once in each round, after a round that is not counted', async () => {
		const { ran, run } = recorder();
		const results = await alternate(['A', 'B'], { runs: 2, warmUp: 'withWarmUp' }, run);
		expect(ran.join('')).toBe('ABABAB');
		expect(results).toEqual([
			{ side: 'A', samples: [3, 5] },
			{ side: 'B', samples: [4, 6] },
		]);
	});

	it('count every round when each run warms itself up', async () => {
		const { ran, run } = recorder();
		const results = await alternate(['A', 'B'], { runs: 1, warmUp: 'warmedUpByRun' }, run);
		expect(ran.join('')).toBe('AB');
		expect(results.map(({ samples }) => samples)).toEqual([[1], [2]]);
	});
});
