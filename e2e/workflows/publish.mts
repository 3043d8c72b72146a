import { SANDBOX_ACCOUNTS, sandboxCredential } from '../../sandbox/index.mts';
import type { N8nApi } from '../host/api.mts';
import { CREDENTIAL_TYPES, PROVIDERS, PROVIDER_NAMES } from './providers.mts';
import { incomingMessageWorkflow, messageIdWorkflow } from './workflow.mts';

/**
 * Puts the ready-made credentials (the sandbox's accounts) and workflows into n8n and switches the
 * workflows on.
 */
export async function publishWorkflows(n8n: N8nApi, sandboxUrl: string): Promise<void> {
	for (const provider of PROVIDERS) {
		const name = `${PROVIDER_NAMES[provider]} (sandbox)`;
		const data = sandboxCredential(provider, sandboxUrl);
		const credential = {
			id: await n8n.createCredential(name, CREDENTIAL_TYPES[provider], data),
			name,
		};
		await n8n.publishWorkflow(incomingMessageWorkflow(provider, credential));
		if (provider === 'cloudApi' || provider === 'kirim') {
			const { phoneNumberId } = SANDBOX_ACCOUNTS[provider];
			await n8n.publishWorkflow(messageIdWorkflow(provider, credential, phoneNumberId));
		}
	}
}
