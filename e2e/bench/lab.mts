import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';

import { DEMO_OWNER, signInAsNewOwner } from '../host/api.mts';
import { reservePort } from '../host/port.mts';
import { provideN8nWithNode } from '../n8n-with-node.mts';
import { step } from '../progress.mts';
import type { Undo } from '../undo.mts';
import { sampleMemory } from './memory.mts';
import { readNodeTime } from './node-time.mts';
import { publishSides } from './publish.mts';
import type { Sample } from './results.mts';
import { sidePath, type Side } from './sides.mts';
import type { Conditions } from './target/protocol.mts';
import { startTarget } from './target/start.mts';
import { ITEMS_FIELD, MEASURED_NODE } from './workflows.mts';

/** Everything the benchmark needs, up and running: n8n, the providers' side, a workflow per side. */
export interface Lab {
	/** The Node.js that runs n8n. */
	readonly nodeBinary: string;
	/**
	 * Lets one side mark the items, and returns when n8n has stored the execution.
	 * @param items the input items, as a JSON list
	 * @throws Error when n8n does not run the workflow to its end
	 */
	run(side: Side, items: string, conditions: Conditions): Promise<Sample>;
	/** Ends n8n and starts it anew with the same workflows, so that a run finds clean memory. */
	renewN8n(): Promise<void>;
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

	const target = await step("Starting the providers' side", async () => {
		return await startTarget(join(root, 'e2e', 'bench', 'target', 'server.mts'));
	});
	undo.add(async () => await target.stop());

	let n8n = await step('Starting n8n', async () => await n8nWithNode.start());
	undo.add(async () => await n8n.stop());
	const { url } = n8n;
	const { api, workflowIds } = await step('Storing a workflow for each side', async () => {
		const signedIn = await signInAsNewOwner(url, DEMO_OWNER);
		return { api: signedIn, workflowIds: await publishSides(signedIn, target.url) };
	});

	const lastExecutions = new Map<Side, string>();
	return {
		nodeBinary: n8nWithNode.nodeBinary,
		run: async (side, items, conditions) => {
			await target.begin(conditions);
			await untilWindowOpens(conditions);
			const { memory } = await sampleMemory(n8n.pid, async () => {
				await postItems(`${url}/webhook/${sidePath(side)}`, items, signal);
			});
			const seen = await target.observe();
			const { executionId, nodeMs } = await readNodeTime(
				api,
				workflowIds.get(side) ?? '',
				MEASURED_NODE,
				lastExecutions.get(side) ?? null,
			);
			lastExecutions.set(side, executionId);
			return { nodeMs, seen, memory };
		},
		renewN8n: async () => {
			await n8n.stop();
			signal.throwIfAborted();
			n8n = await n8nWithNode.start();
		},
	};
}

async function postItems(url: string, items: string, signal: AbortSignal): Promise<void> {
	const answer = await fetch(url, {
		method: 'POST',
		headers: { 'content-type': 'application/json' },
		body: `{"${ITEMS_FIELD}":${items}}`,
		signal,
	});
	await answer.arrayBuffer();
	if (!answer.ok) throw new Error(`n8n's webhook ${url} answered HTTP ${answer.status}`);
}

/** Under a rate limit every run begins with a whole window before it. */
async function untilWindowOpens({ limit }: Conditions): Promise<void> {
	if (limit !== null) await wait(limit.windowMs - (Date.now() % limit.windowMs) + 1);
}
