import { setTimeout as wait } from 'node:timers/promises';

import type { N8nApi } from '../../test/e2e/host/api.mts';

const SECONDS_TO_STORE = 60;

/** How long one node of an execution took. */
export interface NodeTime {
	readonly executionId: string;
	/** Milliseconds, as n8n itself measures and shows them. */
	readonly nodeMs: number;
}

interface ExecutionList {
	readonly results: ReadonlyArray<{ readonly id: string; readonly status: string }>;
}

/**
 * Reads how long a node took in the newest execution of a workflow.
 *
 * It is the time n8n's engine stores for each node (`executionTime` of the run data): neither the
 * webhook, nor making the items, nor storing the execution is in it. Reading it is done after the
 * run and after its memory was sampled, so that it disturbs neither.
 * @param earlier the id of the execution before, which is not meant
 * @throws Error when n8n does not store the execution, or it failed
 */
export async function readNodeTime(
	n8n: N8nApi,
	workflowId: string,
	nodeName: string,
	earlier: string | null,
): Promise<NodeTime> {
	const executionId = await finishedExecution(n8n, workflowId, earlier);
	const { data } = (await n8n.read(`executions/${executionId}`)) as { data: string };
	const nodeMs = readFlatted(data, ['resultData', 'runData', nodeName, '0', 'executionTime']);
	if (typeof nodeMs !== 'number') {
		throw new Error(`Execution ${executionId} does not say how long "${nodeName}" took`);
	}
	return { executionId, nodeMs };
}

/**
 * Waits for the newest execution of a workflow: n8n stores it a moment after it has answered the webhook.
 * @param earlier the id of the execution before, which is not meant
 * @returns its id
 * @throws Error when n8n does not store the execution, or it failed
 */
export async function finishedExecution(
	n8n: N8nApi,
	workflowId: string,
	earlier: string | null,
	seconds = SECONDS_TO_STORE,
): Promise<string> {
	const filter = encodeURIComponent(JSON.stringify({ workflowId }));
	const giveUpAt = Date.now() + seconds * 1000;
	for (;;) {
		const list = (await n8n.read(`executions?limit=1&filter=${filter}`)) as ExecutionList;
		const [newest] = list.results;
		const status = newest !== undefined && newest.id !== earlier ? newest.status : 'missing';
		if (status === 'success' && newest !== undefined) return newest.id;
		if (status === 'error' || status === 'crashed' || Date.now() > giveUpAt) {
			throw new Error(`The execution of workflow ${workflowId} did not end well: ${status}`);
		}
		await wait(100);
	}
}

/**
 * Reads one value out of a text in the format of the package `flatted`, in which n8n hands out
 * executions: a list in which every object, list and text stands once and is referred to by its
 * position, written as a text.
 * @param path keys from the root to the value
 * @returns undefined when there is none
 */
export function readFlatted(text: string, path: readonly string[]): unknown {
	const table = JSON.parse(text) as readonly unknown[];
	let value: unknown = table[0];
	for (const key of path) {
		if (typeof value !== 'object' || value === null) return undefined;
		const entry = (value as Readonly<Record<string, unknown>>)[key];
		value = typeof entry === 'string' ? table[Number(entry)] : entry;
	}
	return value;
}
