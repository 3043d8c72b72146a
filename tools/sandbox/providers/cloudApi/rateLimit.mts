import { bearerToken } from '../../server/bearerToken.mts';
import type { BucketState } from '../../server/TokenBuckets.mts';
import type { RateLimitRules } from '../standIn.mts';
import { ACCOUNT } from './credential.mts';
import { rateLimitHit } from './errors.mts';

/**
 * Whether receipts count against Meta's 80 messages a second is documented nowhere
 * (docs/providers/cloudApi.md, "Rate limit"), so nothing is limited unless an option of the sandbox asks for it.
 */
export const cloudApiRateLimit: RateLimitRules = {
	documented: null,
	bucketOf: (call) => bearerToken(call.headers) ?? '',
	spends: (call) => call.method === 'POST',
	headers: (state) => ({ 'X-Business-Use-Case-Usage': JSON.stringify(usage(state)) }),
	error: rateLimitHit,
};

/** Meta announces percentages, and whole minutes to wait once throttled. */
function usage(state: BucketState): object {
	const used = Math.round(((state.limit - state.remaining) / state.limit) * 100);
	return {
		[ACCOUNT.businessAccountId]: [
			{
				type: 'whatsapp',
				call_count: used,
				total_cputime: 0,
				total_time: 0,
				estimated_time_to_regain_access: state.allowed ? 0 : Math.ceil(state.resetsIn / 60_000),
			},
		],
	};
}
