import { startSandbox } from '../../sandbox/index.mts';
import { sandboxCredential, type ProviderId, type Sandbox } from '../../sandbox/index.mts';
import { DEMO_OWNER, signInAsNewOwner, type N8nApi } from '../host/api.mts';
import { step } from '../progress.mts';
import { CREDENTIAL_TYPES, PROVIDERS, PROVIDER_NAMES } from '../workflows/providers.mts';
import type { StoredCredential } from '../workflows/workflow.mts';
import type { Lab } from './cases/case.mts';
import { Messages } from './cases/messages.mts';
import { startInstallation, type Ingredients, type Installation } from './installation.mts';
import { setupKey, type Setup } from './setup.mts';

export interface OpenedLab extends Lab {
	readonly installation: Installation;
}

/**
 * Brings up one n8n of the matrix with a sandbox of its own, signs in and stores the credentials.
 * @throws StartFailure saying what is missing and what to do.
 */
export async function openLab(setup: Setup, ingredients: Ingredients): Promise<OpenedLab> {
	const sandbox = await startSandbox({
		// What a limit does is measured elsewhere; here it would only make cases wait for each other.
		rateLimits: { kirim: 'none', ryze: 'none' },
	});
	ingredients.undo.add(async () => await sandbox.close());
	const installation = await startInstallation(setup, ingredients);
	const { url } = installation;
	const { n8n, credentials } = await step('Signing in and storing the credentials', async () => {
		const api = await signInAsNewOwner(url, DEMO_OWNER, setup.host);
		return { n8n: api, credentials: await storeCredentials(api, sandbox) };
	});
	let paths = 0;
	return {
		installation,
		n8n,
		url,
		sandbox,
		credentials,
		messages: new Messages(sandbox),
		answers: [],
		newPath: () => {
			paths += 1;
			return `trial-${setupKey(setup)}-${paths}`;
		},
	};
}

async function storeCredentials(
	n8n: N8nApi,
	sandbox: Sandbox,
): Promise<Record<ProviderId, StoredCredential>> {
	const stored: Partial<Record<ProviderId, StoredCredential>> = {};
	for (const provider of PROVIDERS) {
		const name = `${PROVIDER_NAMES[provider]} (sandbox)`;
		const data = sandboxCredential(provider, sandbox.url);
		stored[provider] = {
			id: await n8n.createCredential(name, CREDENTIAL_TYPES[provider], data),
			name,
		};
	}
	return stored as Record<ProviderId, StoredCredential>;
}
