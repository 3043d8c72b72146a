import { rateLimitHeaders } from '../../server/TokenBuckets.mts';
import type { RateLimitRules } from '../standIn.mts';
import { ERRORS } from './errors.mts';
import { ryzeToken } from './instances.mts';

/** 100 requests a minute for each token (docs/providers/ryze.md, "Rate limit"); no `Retry-After` is documented. */
export const ryzeRateLimit: RateLimitRules = {
	documented: { requests: 100, windowMs: 60_000 },
	bucketOf: (call) => ryzeToken(call) ?? '',
	spends: () => true,
	headers: rateLimitHeaders,
	error: () => ERRORS.rateLimited,
};
