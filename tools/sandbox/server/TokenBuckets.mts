/** So many calls per window. */
export interface RateLimit {
	readonly requests: number;
	readonly windowMs: number;
}

/** A bucket after a call. */
export interface BucketState {
	readonly limit: number;
	readonly remaining: number;
	/** When the bucket is full again: unix milliseconds. */
	readonly resetsAt: number;
	/** Milliseconds until then. */
	readonly resetsIn: number;
	/** Whether the call found a token. */
	readonly allowed: boolean;
}

interface Bucket {
	remaining: number;
	resetsAt: number;
}

/**
 * Token buckets by name, each refilled at the end of its window; a window opens with the
 * first call after the last one ended. That end is what `X-RateLimit-Reset` announces.
 */
export class TokenBuckets {
	readonly #limit: RateLimit;
	readonly #now: () => number;
	readonly #buckets = new Map<string, Bucket>();

	/** @param now unix milliseconds; a test may hold the clock */
	constructor(limit: RateLimit, now: () => number = Date.now) {
		this.#limit = limit;
		this.#now = now;
	}

	/** Takes one token, if there is one. */
	take(name: string): BucketState {
		const bucket = this.#open(name);
		const allowed = bucket.remaining > 0;
		if (allowed) bucket.remaining -= 1;
		return this.#state(bucket, allowed);
	}

	/** Looks without taking. */
	peek(name: string): BucketState {
		return this.#state(this.#open(name), true);
	}

	/** Fills every bucket. */
	refill(): void {
		this.#buckets.clear();
	}

	#open(name: string): Bucket {
		const now = this.#now();
		const known = this.#buckets.get(name);
		if (known && now < known.resetsAt) return known;
		const fresh = { remaining: this.#limit.requests, resetsAt: now + this.#limit.windowMs };
		this.#buckets.set(name, fresh);
		return fresh;
	}

	#state(bucket: Bucket, allowed: boolean): BucketState {
		return {
			limit: this.#limit.requests,
			remaining: bucket.remaining,
			resetsAt: bucket.resetsAt,
			resetsIn: Math.max(0, bucket.resetsAt - this.#now()),
			allowed,
		};
	}
}

/** The three `X-RateLimit-*` headers that several providers send; `Reset` in whole unix seconds. */
export function rateLimitHeaders(state: BucketState): Readonly<Record<string, string>> {
	return {
		'X-RateLimit-Limit': String(state.limit),
		'X-RateLimit-Remaining': String(state.remaining),
		'X-RateLimit-Reset': String(Math.ceil(state.resetsAt / 1000)),
	};
}
