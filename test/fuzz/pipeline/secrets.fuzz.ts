import fc from 'fast-check';

import { payloadSecrets } from '../../../nodes/WhatsAppMarkRead/pipeline/payload';
import { PROVIDERS } from '../../../nodes/WhatsAppMarkRead/providers';
import type { Provider } from '../../../nodes/WhatsAppMarkRead/providers/provider';
import { CREDENTIALS } from '../../helpers/credentials';
import type { ProviderId } from '../../helpers/credentials';
import { runExecution } from '../harness/execution';
import { anySecret, echoingNetwork } from '../values/echoes';
import { inputItems } from '../values/inputItems';
import { providerWith } from '../values/providers';

const SECRET_FIELDS = ['accessToken', 'appSecret', 'apiKey', 'token'] as const;

/** The provider's test credential with the secret in every field that holds one. */
function credentialWith({ id }: Provider, secret: string) {
	const data = { ...CREDENTIALS[id as ProviderId].data };
	for (const field of SECRET_FIELDS) if (field in data) data[field] = secret;
	return data;
}

/** As much of a secret as nobody writes by chance: long enough to recognise it, whatever follows was cut. */
const TELLING = 12;

describe('A secret', () => {
	it('of the credential or the payload is in no output, whatever the provider repeats', async () => {
		const run = providerWith((provider) =>
			fc.record({
				items: inputItems(provider, 3),
				token: anySecret(),
				echo: anySecret().chain((key) => fc.tuple(fc.constant(key), echoingNetwork(key))),
			}),
		);
		const settings = { maxConcurrency: 2, maxRetries: 1, maxWait: 1_000 };
		await fc.assert(
			fc.asyncProperty(run, async ({ provider, items, token, echo: [key, network] }) => {
				const withToken = items.map((item) => ({
					...item,
					includeInput: true,
					includeResponse: true,
					// As RyzeAPI's webhooks do, beside whatever else there is.
					json: { ...item.json, instanceData: { token }, note: `The token is ${token}.` },
				}));
				expect(withToken.flatMap(({ json }) => payloadSecrets(json, PROVIDERS)).length > 0).toBe(
					items.length > 0,
				);
				const connection = provider.connect(credentialWith(provider, key));
				const { reports, warnings } = await runExecution(
					withToken,
					provider,
					connection,
					settings,
					network,
				);
				const said = JSON.stringify([reports, warnings]);
				expect(said.includes(key.slice(0, TELLING))).toBe(false);
				expect(said.includes(token.slice(0, TELLING))).toBe(false);
			}),
		);
	});
});
