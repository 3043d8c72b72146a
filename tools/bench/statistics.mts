/**
 * The middle value; of an even number of values the mean of the middle two.
 * @throws RangeError when there is none
 */
export function median(values: readonly number[]): number {
	const sorted = [...values].sort((a, b) => a - b);
	const upper = sorted[Math.floor(sorted.length / 2)];
	const lower = sorted[Math.floor((sorted.length - 1) / 2)];
	if (upper === undefined || lower === undefined) throw new RangeError('No values, no median');
	return (lower + upper) / 2;
}

/** @throws RangeError when there is nothing to divide by */
export function ratio(value: number, to: number): number {
	if (!(to > 0)) throw new RangeError('A ratio needs something above 0 to compare with');
	return value / to;
}

/**
 * The least time that calls can take: with so many at a time, each as long as the latency.
 * @returns milliseconds
 */
export function floorMs(calls: number, concurrency: number, latencyMs: number): number {
	return Math.ceil(calls / concurrency) * latencyMs;
}

/**
 * How much more one receipt of a larger run costs than one of a smaller run, at worst.
 * @param costs by the size of the run, in ascending order
 */
export function worstGrowth(costs: readonly number[]): number {
	return Math.max(
		...costs.flatMap((cost, position) =>
			costs.slice(0, position).map((smaller) => ratio(cost, smaller)),
		),
	);
}
