import { sandboxCredential } from '../../sandbox/index.mts';
import type { N8nApi } from '../host/api.mts';
import { CREDENTIAL_TYPES, PROVIDER_NAMES } from '../workflows/providers.mts';
import type { StoredCredential } from '../workflows/workflow.mts';
import { ALL_SIDES, type BenchProvider, type Side } from './sides.mts';
import { benchWorkflow } from './workflows.mts';

const BENCH_PROVIDERS: readonly BenchProvider[] = ['ryze', 'cloudApi', 'wawp'];

/**
 * Puts the credentials and a workflow per side into n8n and switches the workflows on. The node
 * and the HTTP Request node use the same stored credential.
 * @param targetUrl the providers' side, without a trailing slash
 * @returns the id of each side's workflow
 */
export async function publishSides(
	n8n: N8nApi,
	targetUrl: string,
): Promise<ReadonlyMap<Side, string>> {
	const workflowIds = new Map<Side, string>();
	for (const provider of BENCH_PROVIDERS) {
		const credential = await storeCredential(n8n, provider, targetUrl);
		for (const side of ALL_SIDES.filter((candidate) => candidate.provider === provider)) {
			const workflow = benchWorkflow(side, credential, targetUrl);
			workflowIds.set(side, await n8n.publishWorkflow(workflow));
		}
	}
	return workflowIds;
}

async function storeCredential(
	n8n: N8nApi,
	provider: BenchProvider,
	targetUrl: string,
): Promise<StoredCredential> {
	const name = `${PROVIDER_NAMES[provider]} (benchmark)`;
	const data = sandboxCredential(provider, targetUrl);
	return { id: await n8n.createCredential(name, CREDENTIAL_TYPES[provider], data), name };
}
