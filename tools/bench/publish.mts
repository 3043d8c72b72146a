import type { N8nApi } from '../../test/e2e/host/api.mts';
import { storeCredential } from '../../test/e2e/workflows/publish.mts';
import {
	bystanderWorkflow,
	INPUT_FIELDS,
	oneWebhookWorkflow,
	type InputFields,
} from './one-webhook/workflows.mts';
import { ALL_SIDES, type Side } from './sides.mts';
import { benchWorkflow } from './workflows.mts';

/** The ids of the workflows in n8n. */
export interface Published {
	readonly sides: ReadonlyMap<Side, string>;
	readonly oneWebhook: ReadonlyMap<InputFields, string>;
}

/**
 * Puts the credentials and a workflow per side into n8n, and those of one webhook with many chats,
 * and switches the workflows on. The node and the HTTP Request node use the same stored credential.
 * @param targetUrl the providers' side, without a trailing slash
 */
export async function publishSides(n8n: N8nApi, targetUrl: string): Promise<Published> {
	const sides = new Map<Side, string>();
	const oneWebhook = new Map<InputFields, string>();
	for (const provider of new Set(ALL_SIDES.map((side) => side.provider))) {
		const credential = await storeCredential(n8n, provider, targetUrl, 'benchmark');
		for (const side of ALL_SIDES.filter((candidate) => candidate.provider === provider)) {
			const workflow = benchWorkflow(side, credential, targetUrl);
			sides.set(side, await n8n.publishWorkflow(workflow));
		}
		if (provider !== 'cloudApi') continue;
		for (const inputFields of INPUT_FIELDS) {
			const workflow = oneWebhookWorkflow(inputFields, credential);
			oneWebhook.set(inputFields, await n8n.publishWorkflow(workflow));
		}
	}
	await n8n.publishWorkflow(bystanderWorkflow());
	return { sides, oneWebhook };
}
