import { SANDBOX_ACCOUNTS, SANDBOX_TROUBLE } from '../../accounts.mts';
import { bearerToken } from '../../server/bearerToken.mts';
import type { Answer, ProviderCall } from '../provider.mts';
import { kirimError } from './answers.mts';

/** The refusal of a call that does not show the organisation's key; `null` when it does. */
export function authenticationFault(call: ProviderCall): Answer | null {
	const key = bearerToken(call.headers);
	if (key === SANDBOX_ACCOUNTS.kirim.apiKey) return null;
	if (key === SANDBOX_TROUBLE.kirim.expiredApiKey) {
		return kirimError('expired_api_key', 'This API key has expired.');
	}
	return kirimError('invalid_api_key', 'Missing or invalid API key.');
}
