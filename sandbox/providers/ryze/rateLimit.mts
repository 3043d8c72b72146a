import { rateLimitHeaders } from '../../server/TokenBuckets.mts';
import type { RateLimitRules } from '../standIn.mts';
import { REFUSALS } from './answers.mts';
import { ryzeToken } from './instances.mts';

/** "100 requests/min per token" (ryze.md); no `Retry-After` is documented. */
export const ryzeRateLimit: RateLimitRules = {
	documented: { requests: 100, windowMs: 60_000 },
	bucketOf: (call) => ryzeToken(call) ?? '',
	spends: () => true,
	headers: rateLimitHeaders,
	refusal: () => REFUSALS.rateLimited,
};
