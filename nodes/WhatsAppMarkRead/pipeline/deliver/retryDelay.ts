import type { Retry } from '../../responses/errorCatalogue';

/** First pause of the exponential backoff; it doubles with every attempt. */
const BASE_DELAY_MS = 500;

/** Longest pause of the exponential backoff. */
const MAX_DELAY_MS = 30_000;

/** How a call that failed for another reason than a rate limit is retried. */
type BoundedRetry = Exclude<Retry, 'rateLimit'>;

/** The retries that a rule allows; the user's *Max Retries* caps them. */
const RETRIES: Readonly<Record<BoundedRetry, number>> = {
	never: 0,
	once: 1,
	twice: 2,
	backoff: Number.POSITIVE_INFINITY,
};

/** Whether a failed call is retried. */
export function mayRetry(retry: BoundedRetry, attempts: number, maxRetries: number): boolean {
	return attempts <= Math.min(RETRIES[retry], maxRetries);
}

/**
 * How long to wait before a retry, when the provider does not say.
 * Exponential with full jitter: any pause up to the bound, so that calls that failed together are not retried together.
 *
 * @param attempts how often the call has been made
 * @param random from 0 to 1
 * @returns milliseconds
 */
export function backoffDelay(attempts: number, random: number): number {
	return Math.round(Math.min(MAX_DELAY_MS, BASE_DELAY_MS * 2 ** (attempts - 1)) * random);
}
