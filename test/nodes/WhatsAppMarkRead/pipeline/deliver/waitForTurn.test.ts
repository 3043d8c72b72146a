import { WaitBudget } from '../../../../../nodes/WhatsAppMarkRead/pipeline/deliver/waitForTurn';

describe('A wait budget', () => {
	it('grants waits until it is used up', () => {
		const budget = new WaitBudget(1000);

		budget.take(0, 600);
		expect(budget.latest(600)).toBe(1000);

		budget.take(600, 1000);
		expect(budget.latest(1000)).toBe(1000);
	});

	it('counts waits at the same time once', () => {
		const budget = new WaitBudget(1000);
		budget.take(0, 900);
		budget.take(0, 900);
		budget.take(500, 900);

		expect(budget.latest(900)).toBe(1000);
	});

	it('counts only what a wait adds to those under way', () => {
		const budget = new WaitBudget(1000);
		budget.take(0, 800);

		expect(budget.latest(400)).toBe(1000);
	});

	it('does not count the time between waits', () => {
		const budget = new WaitBudget(1000);
		budget.take(0, 500);

		expect(budget.latest(90_000)).toBe(90_500);
	});

	it('has nothing left after a wait that took longer than granted', () => {
		const budget = new WaitBudget(1000);
		budget.take(0, 5000);

		expect(budget.latest(6000)).toBe(6000);
	});

	it('takes nothing for a time that has passed', () => {
		const budget = new WaitBudget(1000);
		budget.take(1000, 500);

		expect(budget.latest(1000)).toBe(2000);
	});

	it.each([
		[0, true],
		[1, false],
	])('of %d ms is none: %s', (whole, isNone) => {
		expect(new WaitBudget(whole).isNone).toBe(isNone);
	});
});
