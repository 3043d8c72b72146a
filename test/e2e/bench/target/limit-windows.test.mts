import { leastPossibleMs, LimitWindows } from '../../../../e2e/bench/target/limit-windows.mts';

const LIMIT = { requests: 2, windowMs: 5000 };

describe('the rate limit of the providers’ side', () => {
	it('refuses what goes beyond the window, and opens again at a whole multiple of its length', () => {
		const windows = new LimitWindows(LIMIT);
		const allowed = [11_000, 11_001, 14_999, 15_000].map((now) => windows.take(now).allowed);
		expect(allowed).toEqual([true, true, false, true]);
	});

	it('tells what is left and when the window ends, in whole seconds', () => {
		expect(new LimitWindows(LIMIT).take(11_250)).toEqual({
			limit: 2,
			remaining: 1,
			resetsAt: 15_000,
			resetsIn: 3750,
			allowed: true,
		});
	});

	it('refuses windows whose end cannot be told in whole seconds', () => {
		expect(() => new LimitWindows({ requests: 2, windowMs: 2500 })).toThrow(RangeError);
	});
});

describe('the least possible time under a rate limit', () => {
	const run = { limit: { requests: 100, windowMs: 5000 }, concurrency: 10, latencyMs: 50 };

	it('is what is left of the first window, the whole windows after it, and the last calls', () => {
		expect(leastPossibleMs({ ...run, calls: 300, firstCallAt: 10_100 })).toBe(9900 + 500);
	});

	it('is the floor of the calls when one window is enough', () => {
		expect(leastPossibleMs({ ...run, calls: 100, firstCallAt: 10_100 })).toBe(500);
	});

	it('counts only the calls that are left for the last window', () => {
		expect(leastPossibleMs({ ...run, calls: 105, firstCallAt: 10_100 })).toBe(4900 + 50);
	});
});
