import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';

import { DEMO_OWNER, signInAsNewOwner } from '../../test/e2e/host/api.mts';
import { reservePort } from '../../test/e2e/host/port.mts';
import { provideN8nWithNode } from '../../test/e2e/n8n-with-node.mts';
import { step } from '../../test/e2e/progress.mts';
import type { Undo } from '../../test/e2e/undo.mts';
import { sampleMemory } from './memory.mts';
import { finishedExecution, readNodeTime } from './node-time.mts';
import { PATIENCE_MS, type WebhookRun } from './one-webhook/scene.mts';
import { longestSilence } from './one-webhook/silence.mts';
import { BYSTANDER_PATH, oneWebhookPath, type InputFields } from './one-webhook/workflows.mts';
import { publishSides } from './publish.mts';
import type { Sample } from './results.mts';
import { sidePath, type Side } from './sides.mts';
import type { Conditions } from './target/protocol.mts';
import { startTarget } from './target/start.mts';
import type { UnannouncedRun } from './unannounced/scene.mts';
import { ITEMS_FIELD, MEASURED_NODE } from './workflows.mts';

/** A provider next door, so that what n8n does weighs. */
const LATENCY_OF_ONE_WEBHOOK_MS = 5;

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
	/**
	 * Lets one side mark several lists of items at once, each in an execution of its own, and returns
	 * when all have ended.
	 */
	runTogether(
		side: Side,
		lists: readonly string[],
		conditions: Conditions,
	): Promise<UnannouncedRun>;
	/**
	 * Posts one webhook to the node while another webhook is asked, and returns when n8n has stored
	 * the execution, or when it has not within {@link PATIENCE_MS}.
	 * @param body what Meta posts
	 */
	runOneWebhook(inputFields: InputFields, body: string): Promise<WebhookRun>;
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
		return await startTarget(join(root, 'tools', 'bench', 'target', 'server.mts'));
	});
	undo.add(async () => await target.stop());

	let n8n = await step('Starting n8n', async () => await n8nWithNode.start());
	undo.add(async () => await n8n.stop());
	const { url } = n8n;
	const { api, published } = await step('Storing a workflow for each side', async () => {
		const signedIn = await signInAsNewOwner(url, DEMO_OWNER);
		return { api: signedIn, published: await publishSides(signedIn, target.url) };
	});

	const { sides: workflowIds, oneWebhook } = published;
	const lastExecutions = new Map<Side | InputFields, string>();
	return {
		nodeBinary: n8nWithNode.nodeBinary,
		run: async (side, items, conditions) => {
			await target.begin(conditions);
			await untilWindowOpens(conditions);
			const { memory } = await sampleMemory(n8n.pid, async () => {
				await postItems(url, side, items, signal);
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
		runTogether: async (side, lists, conditions) => {
			await target.begin(conditions);
			const startedAt = performance.now();
			await Promise.all(lists.map(async (items) => await postItems(url, side, items, signal)));
			return { ms: performance.now() - startedAt, seen: await target.observe() };
		},
		runOneWebhook: async (inputFields, body) => {
			await target.begin({ latencyMs: LATENCY_OF_ONE_WEBHOOK_MS, limit: null });
			const untilAnswered = async (): Promise<number> => {
				const startedAt = performance.now();
				await post(`${url}/webhook/${oneWebhookPath(inputFields)}`, body, signal);
				return performance.now() - startedAt;
			};
			const untilStored = async (): Promise<number> => {
				const ms = await untilAnswered();
				const earlier = lastExecutions.get(inputFields) ?? null;
				const stored = await finishedExecution(
					api,
					oneWebhook.get(inputFields) ?? '',
					earlier,
					PATIENCE_MS / 1000,
				);
				lastExecutions.set(inputFields, stored);
				return ms;
			};
			const askBystander = async (ended: AbortSignal): Promise<void> => {
				await post(`${url}/webhook/${BYSTANDER_PATH}`, '{}', AbortSignal.any([signal, ended]));
			};
			const { result, memory } = await sampleMemory(n8n.pid, async () => {
				return await longestSilence(askBystander, async () => {
					return await Promise.race([
						untilStored(),
						wait(PATIENCE_MS, null, { signal, ref: false }),
					]);
				});
			});
			return { ms: result.result, silenceMs: result.silenceMs, memory };
		},
		renewN8n: async () => {
			await n8n.stop();
			signal.throwIfAborted();
			n8n = await n8nWithNode.start();
		},
	};
}

async function postItems(
	url: string,
	side: Side,
	items: string,
	signal: AbortSignal,
): Promise<void> {
	await post(`${url}/webhook/${sidePath(side)}`, `{"${ITEMS_FIELD}":${items}}`, signal);
}

async function post(url: string, body: string, signal: AbortSignal): Promise<void> {
	const headers = { 'content-type': 'application/json' };
	const answer = await fetch(url, { method: 'POST', headers, body, signal });
	await answer.arrayBuffer();
	if (!answer.ok) throw new Error(`n8n's webhook ${url} answered HTTP ${answer.status}`);
}

/** Under a rate limit every run begins with a whole window before it. */
async function untilWindowOpens({ limit }: Conditions): Promise<void> {
	if (limit !== null) await wait(limit.windowMs - (Date.now() % limit.windowMs) + 1);
}
