import { bearerToken } from '../../server/bearerToken.mts';
import { rateLimitHeaders } from '../../server/TokenBuckets.mts';
import type { RateLimitRules } from '../standIn.mts';
import { kirimError } from './responses.mts';

/** docs/providers/kirim.md, "Rate limit": one write token per receipt, 60 a minute on the free tier. */
export const kirimRateLimit: RateLimitRules = {
	documented: { requests: 60, windowMs: 60_000 },
	bucketOf: (call) => bearerToken(call.headers) ?? '',
	spends: (call) => call.method === 'POST',
	headers: rateLimitHeaders,
	error: (state) => {
		const error = kirimError('rate_limit_exceeded', 'Too many write requests. Slow down.');
		const retryAfter = String(Math.max(1, Math.ceil(state.resetsIn / 1000)));
		return { ...error, headers: { ...error.headers, 'Retry-After': retryAfter } };
	},
};
