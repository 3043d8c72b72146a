import type { BucketState, RateLimit } from '../../sandbox/server/TokenBuckets.mts';

/**
 * A rate limit whose windows begin at whole multiples of their length, so that the end of a window,
 * which `X-RateLimit-Reset` tells in whole seconds, is told exactly.
 */
export class LimitWindows {
	readonly #limit: RateLimit;
	#window = 0;
	#taken = 0;

	/** @throws RangeError when a window is not of whole seconds */
	constructor(limit: RateLimit) {
		if (limit.windowMs % 1000 !== 0) throw new RangeError('A window must last whole seconds');
		this.#limit = limit;
	}

	/** Takes one call of the current window, if there is one left. @param now unix milliseconds */
	take(now: number): BucketState {
		const { requests, windowMs } = this.#limit;
		const window = Math.floor(now / windowMs);
		if (window !== this.#window) {
			this.#window = window;
			this.#taken = 0;
		}
		const allowed = this.#taken < requests;
		if (allowed) this.#taken += 1;
		const resetsAt = (window + 1) * windowMs;
		return {
			limit: requests,
			remaining: requests - this.#taken,
			resetsAt,
			resetsIn: resetsAt - now,
			allowed,
		};
	}
}

/** A run under a rate limit, for {@link leastPossibleMs}. */
export interface LimitedRun {
	readonly calls: number;
	readonly limit: RateLimit;
	/** When the first call came in, unix milliseconds. */
	readonly firstCallAt: number;
	readonly concurrency: number;
	readonly latencyMs: number;
}

/**
 * The least time the calls can take from the first one on, without one that is refused: all
 * windows but the last have to pass, and the calls of the last have to be made. It holds when the
 * first window leaves time to use it up.
 * @returns milliseconds
 */
export function leastPossibleMs(run: LimitedRun): number {
	const { calls, limit, firstCallAt, concurrency, latencyMs } = run;
	const windows = Math.ceil(calls / limit.requests);
	const firstWindow = Math.floor(firstCallAt / limit.windowMs);
	const lastOpensAt = (firstWindow + windows - 1) * limit.windowMs;
	const callsInLast = calls - (windows - 1) * limit.requests;
	const wait = Math.max(0, lastOpensAt - firstCallAt);
	return wait + Math.ceil(callsInLast / concurrency) * latencyMs;
}
