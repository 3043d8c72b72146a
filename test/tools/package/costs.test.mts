import { judgeRequireCost } from '../../../tools/package/cost/requireCost.mts';
import { compareStarts } from '../../../tools/package/cost/startCost.mts';

describe('What it costs to load the package', () => {
	it('is told in milliseconds and megabytes', () => {
		expect(judgeRequireCost({ ms: 19.4, heapMb: 0.617 })).toEqual({
			subject: 'Cost of loading it',
			seen: '19 ms, 0.62 MB of heap (median of 5)',
			faults: [],
		});
	});

	it('is a fault when something heavy has crept in', () => {
		expect(judgeRequireCost({ ms: 300, heapMb: 12 }).faults).toEqual([
			'300 ms are more than 200 ms',
			'12.00 MB of heap are more than 5 MB',
		]);
	});
});

describe("n8n's start", () => {
	it('is compared by the medians of the starts with and without the package', () => {
		const without = [8000, 8100, 9900].map((ms) => ({ ms, residentMb: 400 }));
		const withPackage = [8050, 8200, 8300].map((ms) => ({ ms, residentMb: 401 }));

		const { seen, faults } = compareStarts([
			{ side: 'without', samples: without },
			{ side: 'with', samples: withPackage },
		]);

		expect(seen).toBe('8.1 s → 8.2 s, 400 MB → 401 MB (median of 3)');
		expect(faults).toEqual([]);
	});

	it('is told without memory where the system does not tell it', () => {
		const samples = [{ ms: 8000, residentMb: null }];

		const { seen } = compareStarts([
			{ side: 'without', samples },
			{ side: 'with', samples },
		]);

		expect(seen).toContain('memory unknown → memory unknown');
	});
});
