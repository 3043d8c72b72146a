import { PROVIDER_IDS } from '../../../../tools/providers.js';
import { providerOf } from '../../../../tools/providers.js';
import {
	CREDENTIAL_SECRETS,
	sandboxCredential,
	WEBHOOK_SECRETS,
} from '../../../../tools/sandbox/index.mts';
import type { N8nApi } from '../../host/api.mts';
import type { Secret } from '../../secrets/find-secrets.mts';
import type { FilledIn } from '../file/fill-in.mts';
import { CHAT_MODEL_KEY } from '../outside/chat-model.mts';

/** Made up; the trigger is never switched on, but n8n wants a credential all the same. */
const META_APP = { clientId: 'sandbox-app-id', clientSecret: 'sandbox-meta-app-secret-0001' };

/**
 * Creates one credential of every type the examples need, as a person would.
 * @param sandboxUrl where the providers are played
 * @param outsideUrl where the chat model is played
 * @returns the stored credentials, by type
 */
export async function storeCredentials(
	n8n: N8nApi,
	sandboxUrl: string,
	outsideUrl: string,
): Promise<FilledIn['credentials']> {
	const wanted = [
		...PROVIDER_IDS.map((provider) => ({
			type: providerOf(provider).credentialType,
			name: `My ${providerOf(provider).displayName}`,
			data: sandboxCredential(provider, sandboxUrl),
		})),
		{
			type: 'openAiApi',
			name: 'My OpenAI',
			data: { apiKey: CHAT_MODEL_KEY, url: `${outsideUrl}/openai/v1`, header: false },
		},
		{ type: 'whatsAppTriggerApi', name: 'My Meta app', data: META_APP },
	];
	const stored: Record<string, { readonly id: string; readonly name: string }> = {};
	for (const { type, name, data } of wanted) {
		stored[type] = { id: await n8n.createCredential(name, type, data), name };
	}
	return stored;
}

/**
 * What must not be found in what n8n stores of an execution. Not the webhooks' own secrets: n8n keeps a webhook as it
 * came in.
 */
export const EXECUTION_SECRETS: readonly Secret[] = [
	...CREDENTIAL_SECRETS,
	{ label: 'chat model key', value: CHAT_MODEL_KEY },
	{ label: 'Meta app secret', value: META_APP.clientSecret },
];

/** What must not be found in anything that was printed, logged or sent out. */
export const EXAMPLE_SECRETS: readonly Secret[] = [...EXECUTION_SECRETS, ...WEBHOOK_SECRETS];
