import type { ICredentialDataDecryptedObject, IHttpRequestOptions } from 'n8n-workflow';

import type { ProviderId } from '../helpers/credentials';
import { CREDENTIALS } from '../helpers/credentials';

/** What the credential makes of a request when all of its fields have this value. */
async function authenticated(provider: ProviderId, value: unknown): Promise<IHttpRequestOptions> {
	const { type, data } = CREDENTIALS[provider];
	if (typeof type.authenticate !== 'function') throw new TypeError('Not a function');
	const credential = Object.fromEntries(Object.keys(data).map((key) => [key, value]));
	return await type.authenticate(credential as ICredentialDataDecryptedObject, {
		url: 'https://example.com/',
	});
}

describe('A secret that is not filled in', () => {
	it.each([
		['cloudApi', { headers: { Authorization: 'Bearer ' } }],
		['kirim', { headers: { Authorization: 'Bearer ' } }],
		['ryze', { headers: { token: '' } }],
		['wawp', { body: { instance_id: '', access_token: '' } }],
	] as const)('is sent as nothing, not as a word that means nothing, by %s', async (id, sent) => {
		for (const value of [undefined, null, '', '  ']) {
			expect(await authenticated(id, value)).toEqual({ url: 'https://example.com/', ...sent });
		}
	});
});
