import { floorMs, median, ratio, worstGrowth } from '../../../e2e/bench/statistics.mts';

describe('the statistics of the benchmark', () => {
	it('take the middle of an odd number of values, whatever their order', () => {
		expect(median([9, 1, 5])).toBe(5);
	});

	it('take the mean of the middle two of an even number of values', () => {
		expect(median([1, 10, 2, 4])).toBe(3);
	});

	it('leave the given values as they are', () => {
		const values = [3, 1, 2];
		median(values);
		expect(values).toEqual([3, 1, 2]);
	});

	it('have no median of nothing', () => {
		expect(() => median([])).toThrow(RangeError);
	});

	it('divide what was measured by what it is compared with', () => {
		expect(ratio(3, 4)).toBe(0.75);
	});

	it('refuse to compare with nothing', () => {
		expect(() => ratio(3, 0)).toThrow(RangeError);
		expect(() => ratio(3, Number.NaN)).toThrow(RangeError);
	});

	it('know the floor: as many rounds as the calls need, each as long as the latency', () => {
		expect(floorMs(1000, 50, 50)).toBe(1000);
		expect(floorMs(101, 50, 50)).toBe(150);
		expect(floorMs(1, 10, 5)).toBe(5);
	});

	it('find the worst growth of a larger run against any smaller one', () => {
		expect(worstGrowth([2, 1, 1.5])).toBe(1.5);
		expect(worstGrowth([1, 1.2, 1.1])).toBeCloseTo(1.2);
	});

	it('take a cost that only falls for no growth', () => {
		expect(worstGrowth([4, 2, 1])).toBe(0.5);
	});
});
