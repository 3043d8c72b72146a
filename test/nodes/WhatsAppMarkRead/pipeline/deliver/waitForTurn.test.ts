import { WaitBudget } from '../../../../../nodes/WhatsAppMarkRead/pipeline/deliver/waitForTurn';

describe('A wait budget of a second', () => {
	it.each<[string, Array<[from: number, to: number]>, at: number, latest: number]>([
		['grants what is left of it', [[0, 600]], 600, 1000],
		[
			'grants nothing when it is used up',
			[
				[0, 600],
				[600, 1000],
			],
			1000,
			1000,
		],
		[
			'counts waits at the same time once',
			[
				[0, 900],
				[0, 900],
				[500, 900],
			],
			900,
			1000,
		],
		['counts only what a wait adds to those under way', [[0, 800]], 400, 1000],
		['does not count the time between waits', [[0, 500]], 90_000, 90_500],
		['has nothing left after a wait that took longer than granted', [[0, 5000]], 6000, 6000],
		['takes nothing for a time that has passed', [[1000, 500]], 1000, 2000],
	])('%s', (_, waits, at, latest) => {
		const budget = new WaitBudget(1000);
		waits.forEach(([from, to]) => budget.take(from, to));

		expect(budget.latest(at)).toBe(latest);
	});

	it('is some, and one of nothing is none', () => {
		expect([new WaitBudget(0).isNone, new WaitBudget(1).isNone]).toEqual([true, false]);
	});
});
