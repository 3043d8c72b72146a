import fc from 'fast-check';

import type { JsonObject } from '../../../nodes/WhatsAppMarkRead/input/untrustedJson';
import { itemSecrets } from '../../../nodes/WhatsAppMarkRead/pipeline/itemSecrets';
import { PROVIDERS } from '../../../nodes/WhatsAppMarkRead/providers';
import type { Provider } from '../../../nodes/WhatsAppMarkRead/providers/provider';
import { SECRET_FIELDS } from '../../../tools/credentialTypes';
import { credentialOf } from '../../helpers/credentials';
import { runExecution } from '../harness/execution';
import { anySecret, echoingNetwork } from '../values/echoes';
import { inputItems } from '../values/inputItems';
import { providerWith } from '../values/providers';

/** The provider's test credential with the secret in every field that holds one. */
function credentialWith({ id }: Provider, secret: string) {
	const data = { ...credentialOf(id).data };
	for (const { name } of SECRET_FIELDS) if (name in data) data[name] = secret;
	return data;
}

/** As much of a secret as nobody writes by chance: long enough to recognise it, whatever follows was cut. */
const TELLING = 12;

/** Ways in which a workflow may hand on what it got. */
const WRAPPINGS: ReadonlyArray<(json: unknown) => unknown> = [
	(json) => [json],
	(json) => ({ body: json }),
	(json) => ({ hook: json, at: 1 }),
	(json) => JSON.stringify(json),
	(json) => ` ${JSON.stringify([json])}`,
];

/** The fields in which an object stands somewhere down. */
function wrapping(): fc.Arbitrary<(json: JsonObject) => JsonObject> {
	return fc.array(fc.constantFrom(...WRAPPINGS), { maxLength: 4 }).map((layers) => (json) => {
		const wrapped = layers.reduce<unknown>((inner, wrap) => wrap(inner), json);
		return layers.length === 0 ? json : { wrapped };
	});
}

describe('A secret', () => {
	it('of the credential or the payload is in no output, whatever the provider repeats', async () => {
		const run = providerWith((provider) =>
			fc.record({
				items: inputItems(provider, 3),
				token: anySecret(),
				wrap: wrapping(),
				echo: anySecret().chain((key) => fc.tuple(fc.constant(key), echoingNetwork(key))),
			}),
		);
		const settings = { maxConcurrency: 2, maxRetries: 1, maxWait: 1_000 };
		await fc.assert(
			fc.asyncProperty(run, async ({ provider, items, token, wrap, echo: [key, network] }) => {
				const withToken = items.map((item) => ({
					...item,
					includeInput: true,
					includeResponse: true,
					// As webhooks do that carry a secret, beside whatever else there is.
					json: {
						...item.json,
						...wrap({ instanceData: { token } }),
						note: `The tokens are ${token} and ${key}.`,
					},
				}));
				withToken.forEach(({ json }) =>
					expect(itemSecrets(json, PROVIDERS).texts).toContain(token),
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
