import { jsonObject } from '../../server/postedBody.mts';
import type { RateLimitRules } from '../standIn.mts';
import { ERRORS } from './responses.mts';

/** The manual knows a 429 but no limit and no headers, so none is enforced unless asked for. */
export const wawpRateLimit: RateLimitRules = {
	documented: null,
	bucketOf: (call) => String(jsonObject(call.body)?.instance_id ?? ''),
	spends: () => true,
	headers: () => ({}),
	error: () => ERRORS.rateLimited,
};
