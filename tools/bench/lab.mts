import { join } from 'node:path';

import { DEMO_OWNER, signInAsNewOwner, type N8nApi } from '../../test/e2e/host/api.mts';
import { reservePort } from '../../test/e2e/host/port.mts';
import type { RunningN8n } from '../../test/e2e/host/server.mts';
import { provideN8nWithNode } from '../../test/e2e/n8n-with-node.mts';
import { step } from '../../test/e2e/progress.mts';
import type { Undo } from '../../test/e2e/undo.mts';
import { storeCredential } from '../../test/e2e/workflows/publish.mts';
import type { Workflow } from '../../test/e2e/workflows/workflow.mts';
import { startSandbox, type Sandbox } from '../sandbox/index.mts';
import {
	ALL_SIDES,
	INPUT_FIELDS,
	ONE_WEBHOOK_SIDE,
	oneWebhookPath,
	RATE_PROVIDER,
	RATE_SIDES,
	ratePath,
	sidePath,
} from './sides.mts';
import { startTarget, type Target } from './target/start.mts';
import { burstWorkflow, BYSTANDER_PATH, bystanderWorkflow, directWorkflow } from './workflows.mts';

/** Everything a measurement needs, up and running: n8n, the providers' side, a workflow for each side. */
export interface Lab {
	/** The Node.js that runs n8n. */
	readonly nodeBinary: string;
	readonly api: N8nApi;
	/** The providers' side of the bursts. */
	readonly target: Target;
	/** The provider of the steady rate. */
	readonly sandbox: Sandbox;
	/** Aborted by Ctrl-C. */
	readonly signal: AbortSignal;
	/** The n8n that runs now. */
	n8n(): RunningN8n;
	/** Ends n8n and starts it anew with the same workflows, so that a run finds clean memory. */
	renewN8n(): Promise<RunningN8n>;
	/** The id of the workflow behind a webhook. @param path last part of the webhook's address */
	workflowId(path: string): string;
	/** The address of a webhook of n8n. @param path its last part */
	webhookUrl(path: string): string;
	/** Posts JSON to a webhook of n8n and returns when it has been answered. @throws Error when it is refused */
	post(path: string, body: string, signal?: AbortSignal): Promise<void>;
}

/**
 * Brings it all up.
 * @param root the project's folder
 * @param undo receives what stops each part again
 * @param signal aborting it ends the run that is under way
 * @throws StartFailure saying what is missing and what to do
 */
export async function openLab(root: string, undo: Undo, signal: AbortSignal): Promise<Lab> {
	const port = await reservePort(0, { name: 'n8n', option: '--port' });
	const wish = { port, purpose: 'bench', fresh: false } as const;
	const n8nWithNode = await provideN8nWithNode(root, wish, undo, signal);
	const target = await startTarget();
	undo.add(async () => await target.stop());
	const sandbox = await startSandbox();
	undo.add(async () => await sandbox.close());

	const collectOnSignal = join(import.meta.dirname, 'collectOnSignal.cjs');
	const start = async (): Promise<RunningN8n> =>
		await n8nWithNode.start({ NODE_OPTIONS: `--expose-gc --require "${collectOnSignal}"` });
	let n8n = await step('Starting n8n', start);
	undo.add(async () => await n8n.stop());
	const { url } = n8n;
	const { api, workflowIds } = await step('Storing a workflow for each side', async () => {
		const signedIn = await signInAsNewOwner(url, DEMO_OWNER);
		return { api: signedIn, workflowIds: await publish(signedIn, target.url, sandbox.url) };
	});
	const webhookUrl = (path: string): string => `${url}/webhook/${path}`;
	return {
		nodeBinary: n8nWithNode.nodeBinary,
		api,
		target,
		sandbox,
		signal,
		n8n: () => n8n,
		renewN8n: async () => {
			await n8n.stop();
			signal.throwIfAborted();
			n8n = await start();
			return n8n;
		},
		workflowId: (path) => workflowIds.get(path) ?? '',
		webhookUrl,
		post: async (path, body, ownSignal = signal) => {
			const headers = { 'content-type': 'application/json' };
			const request = { method: 'POST', headers, body, signal: ownSignal };
			const answer = await fetch(webhookUrl(path), request);
			await answer.arrayBuffer();
			if (!answer.ok) throw new Error(`n8n's webhook ${path} answered HTTP ${answer.status}`);
		},
	};
}

/**
 * Puts the credentials and the workflows into n8n and switches the workflows on. The node and the HTTP Request node
 * use the same stored credential.
 * @returns the workflows' ids by the last parts of their webhooks' addresses
 */
async function publish(api: N8nApi, targetUrl: string, sandboxUrl: string) {
	const workflows = new Map<string, Workflow>([[BYSTANDER_PATH, bystanderWorkflow()]]);
	for (const provider of new Set(ALL_SIDES.map((side) => side.provider))) {
		const credential = await storeCredential(api, provider, targetUrl, 'benchmark');
		for (const side of ALL_SIDES.filter((candidate) => candidate.provider === provider)) {
			workflows.set(sidePath(side), burstWorkflow(side, credential, targetUrl));
		}
		if (provider !== ONE_WEBHOOK_SIDE.provider) continue;
		for (const included of INPUT_FIELDS) {
			const path = oneWebhookPath(included);
			const own = { answer: 'atEnd', options: { includeInput: included === 'on' } } as const;
			workflows.set(path, directWorkflow(path, ONE_WEBHOOK_SIDE, credential, targetUrl, own));
		}
	}
	const credential = await storeCredential(api, RATE_PROVIDER, sandboxUrl);
	for (const side of RATE_SIDES) {
		const path = ratePath(side);
		workflows.set(path, directWorkflow(path, side, credential, sandboxUrl, { answer: 'atOnce' }));
	}
	const ids = new Map<string, string>();
	for (const [path, workflow] of workflows) ids.set(path, await api.publishWorkflow(workflow));
	return ids;
}
