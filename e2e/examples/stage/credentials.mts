import { SANDBOX_ACCOUNTS, sandboxCredential } from '../../../sandbox/index.mts';
import { RYZE_PAYLOAD_TOKEN } from '../../../sandbox/providers/ryze/credential.mts';
import type { N8nApi } from '../../host/api.mts';
import type { Secret } from '../../secrets/find-secrets.mts';
import { secretsOf } from '../../secrets/sandbox-secrets.mts';
import { CREDENTIAL_TYPES, PROVIDERS, PROVIDER_NAMES } from '../../workflows/providers.mts';
import type { FilledIn } from '../file/fill-in.mts';
import { CHAT_MODEL_KEY } from '../outside/chat-model.mts';

/** Made up; the trigger is never switched on, but n8n wants a credential all the same. */
const META_APP = { clientId: 'sandbox-app-id', clientSecret: 'sandbox-meta-app-secret-0001' };

/**
 * Creates one credential of every type the examples need, as a person would.
 * @param sandboxUrl where the four providers are played
 * @param outsideUrl where the chat model is played
 * @returns the stored credentials, by type
 */
export async function storeCredentials(
	n8n: N8nApi,
	sandboxUrl: string,
	outsideUrl: string,
): Promise<FilledIn['credentials']> {
	const wanted = [
		...PROVIDERS.map((provider) => ({
			type: CREDENTIAL_TYPES[provider],
			name: `My ${PROVIDER_NAMES[provider]}`,
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

/** What must not be found in anything that was printed, logged or sent out. */
export function exampleSecrets(): readonly Secret[] {
	return [
		...secretsOf(SANDBOX_ACCOUNTS, RYZE_PAYLOAD_TOKEN),
		{ label: 'chat model key', value: CHAT_MODEL_KEY },
		{ label: 'Meta app secret', value: META_APP.clientSecret },
	];
}

/**
 * The same for what n8n stores of an execution: RyzeAPI writes its token into each webhook, and n8n
 * keeps what came in.
 */
export function executionSecrets(): readonly Secret[] {
	return exampleSecrets().filter(({ value }) => value !== RYZE_PAYLOAD_TOKEN);
}
