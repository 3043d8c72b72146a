/** How a lot of times are spread, in the unit of the times. */
export interface Spread {
	readonly p50: number;
	readonly p95: number;
	readonly p99: number;
	readonly max: number;
}

/**
 * The spread of some values, by the nearest rank: each number is one that was measured, and at least that share of all
 * values is not above it.
 * @throws RangeError when there are none
 */
export function spreadOf(values: readonly number[]): Spread {
	const sorted = [...values].sort((a, b) => a - b);
	return {
		p50: rank(sorted, 50),
		p95: rank(sorted, 95),
		p99: rank(sorted, 99),
		max: rank(sorted, 100),
	};
}

function rank(sorted: readonly number[], percent: number): number {
	const value = sorted[Math.ceil((percent / 100) * sorted.length) - 1];
	if (value === undefined) throw new RangeError('No values, no percentiles');
	return value;
}
