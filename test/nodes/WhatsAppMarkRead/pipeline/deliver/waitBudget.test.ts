import { WaitBudget } from '../../../../../nodes/WhatsAppMarkRead/pipeline/deliver/waitBudget';

describe('A wait budget', () => {
	it('grants waits until it is used up', () => {
		const budget = new WaitBudget(1000);

		expect(budget.take(0, 600)).toBe(true);
		expect(budget.take(600, 1000)).toBe(true);
		expect(budget.take(1000, 1001)).toBe(false);
	});

	it('counts waits at the same time once', () => {
		const budget = new WaitBudget(1000);

		expect(budget.take(0, 1000)).toBe(true);
		expect(budget.take(0, 1000)).toBe(true);
		expect(budget.take(500, 1000)).toBe(true);
	});

	it('counts only what a wait adds to those under way', () => {
		const budget = new WaitBudget(1000);
		budget.take(0, 800);

		expect(budget.take(400, 1000)).toBe(true);
		expect(budget.take(400, 1001)).toBe(false);
	});

	it('does not count the time between waits', () => {
		const budget = new WaitBudget(1000);
		budget.take(0, 500);

		expect(budget.take(90_000, 90_500)).toBe(true);
	});

	it('takes nothing for a wait that it refuses', () => {
		const budget = new WaitBudget(1000);

		expect(budget.take(0, 5000)).toBe(false);
		expect(budget.take(0, 1000)).toBe(true);
	});

	it('grants no wait at all when there is none to spend', () => {
		expect(new WaitBudget(0).take(0, 1)).toBe(false);
	});

	it('takes nothing for a time that has passed', () => {
		expect(new WaitBudget(0).take(1000, 500)).toBe(true);
	});
});
