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

/**
 * A percentile by the nearest rank: a value that was measured, and that share of all values is not above it.
 * @throws RangeError when there is none
 */
export function percentile(values: readonly number[], percent: number): number {
	const sorted = [...values].sort((a, b) => a - b);
	const value = sorted[Math.ceil((percent / 100) * sorted.length) - 1];
	if (value === undefined) throw new RangeError('No values, no percentile');
	return value;
}

/** The least time, in milliseconds, that calls can take: with so many at a time, each as long as the latency. */
export function floorMs(calls: number, concurrency: number, latencyMs: number): number {
	return Math.ceil(calls / concurrency) * latencyMs;
}

/** Calls under a rate limit, for {@link leastPossibleMs}. */
export interface LimitedCalls {
	readonly calls: number;
	readonly callsPerWindow: number;
	readonly windowMs: number;
	/** When the first call came in, milliseconds from the opening of its window. */
	readonly firstCallAfterMs: number;
	readonly concurrency: number;
	readonly latencyMs: number;
}

/**
 * The least time, in milliseconds, that calls can take from the first one on, without one that is refused: all windows
 * but the last have to pass, and the calls of the last have to be made. It holds when the first window leaves time to
 * use it up.
 */
export function leastPossibleMs(limited: LimitedCalls): number {
	const { calls, callsPerWindow, windowMs, firstCallAfterMs, concurrency, latencyMs } = limited;
	const earlierWindows = Math.ceil(calls / callsPerWindow) - 1;
	const callsInLast = calls - earlierWindows * callsPerWindow;
	const wait = Math.max(0, earlierWindows * windowMs - firstCallAfterMs);
	return wait + floorMs(callsInLast, concurrency, latencyMs);
}
