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

/** What n8n holds for a provider. */
export interface Published {
	/** The sandbox's account. */
	readonly credential: StoredCredential;
	/** The id of the workflow that marks incoming messages. */
	readonly workflowId: string;
}

/**
 * Puts the ready-made credentials (the sandbox's accounts) and workflows into n8n and switches the
 * workflows on.
 */
export async function publishWorkflows(
	n8n: N8nApi,
	sandboxUrl: string,
): Promise<(provider: ProviderId) => Published> {
	const published = new Map<ProviderId, Published>();
	for (const provider of PROVIDER_IDS) {
		const credential = await storeCredential(n8n, provider, sandboxUrl);
		const workflowId = await n8n.publishWorkflow(incomingMessageWorkflow(provider, credential));
		published.set(provider, { credential, workflowId });
		if (underTest(provider).unknownMessageId === undefined) continue;
		await n8n.publishWorkflow(messageIdWorkflow(provider, credential));
	}
	return (provider) => {
		const found = published.get(provider);
		if (found === undefined) throw new Error(`Nothing of ${provider} was published`);
		return found;
	};
}
