import { PROVIDER_IDS, providerOf, type ProviderId } from '../../../tools/providers.js';
import { sandboxCredential } from '../../../tools/sandbox/index.mts';
import type { N8nApi } from '../host/api.mts';
import { underTest } from '../providers/index.mts';
import { incomingMessageWorkflow, messageIdWorkflow, type StoredCredential } from './workflow.mts';

/**
 * Puts the sandbox's account of a provider into n8n.
 * @param url where the provider's API is, without a trailing slash
 * @param purpose stands behind the provider in the credential's name
 */
export async function storeCredential(
	n8n: N8nApi,
	provider: ProviderId,
	url: string,
	purpose: 'sandbox' | 'benchmark' = 'sandbox',
): Promise<StoredCredential> {
	const { displayName, credentialType } = providerOf(provider);
	const name = `${displayName} (${purpose})`;
	const data = sandboxCredential(provider, url);
	return { id: await n8n.createCredential(name, credentialType, data), name };
}

/** Every credential of the sandbox's accounts that n8n holds, by type. */
export async function sandboxCredentials(
	n8n: N8nApi,
): Promise<Readonly<Record<string, StoredCredential>>> {
	const all = (await n8n.read('credentials')) as ReadonlyArray<StoredCredential & { type: string }>;
	const ofSandbox = all.filter(({ name }) => name.endsWith('(sandbox)'));
	return Object.fromEntries(ofSandbox.map(({ type, id, name }) => [type, { id, name }]));
}

/**
 * Puts the ready-made credentials (the sandbox's accounts) and workflows into n8n and switches the
 * workflows on.
 */
export async function publishWorkflows(n8n: N8nApi, sandboxUrl: string): Promise<void> {
	for (const provider of PROVIDER_IDS) {
		const credential = await storeCredential(n8n, provider, sandboxUrl);
		await n8n.publishWorkflow(incomingMessageWorkflow(provider, credential));
		if (underTest(provider).unknownMessageId === undefined) continue;
		await n8n.publishWorkflow(messageIdWorkflow(provider, credential));
	}
}
