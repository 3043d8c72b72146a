import { bearerToken } from '../../server/bearerToken.mts';
import type { StandInResponse, ProviderCall } from '../standIn.mts';
import { invalidKey, kirimError } from './responses.mts';
import { ACCOUNT, TROUBLE } from './credential.mts';

/** The error of a call that does not show the organisation's key; `null` when it does. */
export function authenticationFault(call: ProviderCall): StandInResponse | null {
	const key = bearerToken(call.headers);
	if (key === ACCOUNT.apiKey) return null;
	if (key === TROUBLE.expiredApiKey) {
		return kirimError('expired_api_key', 'This API key has expired.');
	}
	return invalidKey();
}
