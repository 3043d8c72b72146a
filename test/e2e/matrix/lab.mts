import { PROVIDER_IDS } from '../../../tools/providers.js';
import { startSandbox, type ProviderId, type Sandbox } from '../../../tools/sandbox/index.mts';
import { DEMO_OWNER, signInAsNewOwner, type N8nApi } from '../host/api.mts';
import { step } from '../progress.mts';
import { storeCredential } from '../workflows/publish.mts';
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
		rateLimits: 'none',
	});
	ingredients.undo.add(async () => await sandbox.close());
	const installation = await startInstallation(setup, ingredients);
	const { url } = installation;
	const { n8n, credentialOf } = await step('Signing in and storing the credentials', async () => {
		const api = await signInAsNewOwner(url, DEMO_OWNER, setup.host);
		return { n8n: api, credentialOf: await storeCredentials(api, sandbox) };
	});
	let paths = 0;
	return {
		installation,
		n8n,
		url,
		sandbox,
		credentialOf,
		messages: new Messages(sandbox),
		answers: [],
		newPath: () => {
			paths += 1;
			return `trial-${setupKey(setup)}-${paths}`;
		},
	};
}

async function storeCredentials(n8n: N8nApi, sandbox: Sandbox): Promise<Lab['credentialOf']> {
	const stored = new Map<ProviderId, StoredCredential>();
	for (const provider of PROVIDER_IDS) {
		stored.set(provider, await storeCredential(n8n, provider, sandbox.url));
	}
	return (provider) => {
		const credential = stored.get(provider);
		if (credential === undefined) throw new Error(`No credential of ${provider} was stored`);
		return credential;
	};
}
