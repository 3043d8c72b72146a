import { spreadOf } from '../../../e2e/load/percentiles.mts';

describe('The spread of times', () => {
	it('names times that were measured, with so many per cent not above them', () => {
		const oneToHundred = Array.from({ length: 100 }, (_, position) => 100 - position);

		expect(spreadOf(oneToHundred)).toEqual({ p50: 50, p95: 95, p99: 99, max: 100 });
	});

	it('of a single time is that time', () => {
		expect(spreadOf([7])).toEqual({ p50: 7, p95: 7, p99: 7, max: 7 });
	});

	it('of few times does not hide the slowest', () => {
		expect(spreadOf([1, 1, 1, 1, 1, 1, 1, 1, 1, 900])).toMatchObject({ p50: 1, p95: 900 });
	});

	it('of nothing is refused', () => {
		expect(() => spreadOf([])).toThrow(RangeError);
	});
});
