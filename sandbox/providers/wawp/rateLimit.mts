import { jsonObject } from '../../server/postedBody.mts';
import type { RateLimitRules } from '../standIn.mts';
import { REFUSALS } from './answers.mts';

/** The manual knows a 429 but no limit and no headers, so none is enforced unless asked for. */
export const wawpRateLimit: RateLimitRules = {
	documented: null,
	bucketOf: (call) => String(jsonObject(call.body)?.instance_id ?? ''),
	spends: () => true,
	headers: () => ({}),
	refusal: () => REFUSALS.rateLimited,
};
