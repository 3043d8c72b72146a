import { setTimeout as wait } from 'node:timers/promises';

import { readFlatted } from '../node-time.mts';
import type { N8nApi } from '../../../test/e2e/host/api.mts';

const SECONDS_TO_STORE = 60;
const PAGE = 100;
/** Reading must not take long, and must not be a load of its own. */
const AT_A_TIME = 4;

interface Listed {
	readonly id: string;
	readonly status: string;
}

interface Page {
	readonly results: readonly Listed[];
	/** Leads to the next page; null: this is the last. */
	readonly nextCursor: string | null;
}

/** The executions of one stretch. */
export interface Executions {
	/** How many ended well. */
	readonly succeeded: number;
	/** How long the measured node took in each of them, milliseconds, as n8n measures and shows it. */
	readonly nodeMs: readonly number[];
}

/** Which executions of a workflow are meant. */
export interface ExecutionRange {
	/** How many are expected. */
	readonly count: number;
	/** The newest execution before them; null: none. */
	readonly after: string | null;
	/** The newest of them; null: the newest there is. */
	readonly upTo: string | null;
}

/**
 * Waits until n8n has stored the executions of a workflow, and reads how long a node took in each.
 */
export async function readExecutions(
	n8n: N8nApi,
	workflowId: string,
	nodeName: string,
	range: ExecutionRange,
): Promise<Executions> {
	const listed = await untilStored(n8n, workflowId, range);
	const succeeded = listed.filter(({ status }) => status === 'success');
	const nodeMs: number[] = [];
	for (let first = 0; first < succeeded.length; first += AT_A_TIME) {
		const some = succeeded.slice(first, first + AT_A_TIME);
		nodeMs.push(
			...(await Promise.all(some.map(async ({ id }) => await nodeTime(n8n, id, nodeName)))),
		);
	}
	return { succeeded: succeeded.length, nodeMs };
}

/** The newest execution of a workflow; null when there is none. */
export async function newestExecution(n8n: N8nApi, workflowId: string): Promise<string | null> {
	return (await listPage(n8n, workflowId, null)).results[0]?.id ?? null;
}

async function untilStored(
	n8n: N8nApi,
	workflowId: string,
	range: ExecutionRange,
): Promise<readonly Listed[]> {
	const giveUpAt = Date.now() + SECONDS_TO_STORE * 1000;
	for (;;) {
		const listed = await listRange(n8n, workflowId, range);
		const ended = listed.filter(({ status }) => status !== 'running' && status !== 'new');
		if (ended.length >= range.count || Date.now() > giveUpAt) return ended;
		await wait(1000);
	}
}

async function listRange(
	n8n: N8nApi,
	workflowId: string,
	{ after, upTo }: ExecutionRange,
): Promise<readonly Listed[]> {
	const listed: Listed[] = [];
	let cursor: string | null = null;
	do {
		const page: Page = await listPage(n8n, workflowId, cursor);
		listed.push(
			...page.results.filter(
				({ id }) => isNewer(id, after) && (upTo === null || !isNewer(id, upTo)),
			),
		);
		const oldest = page.results.at(-1)?.id ?? after;
		cursor = isNewer(oldest, after) ? page.nextCursor : null;
	} while (cursor !== null);
	return listed;
}

/** n8n numbers the executions as they begin. */
function isNewer(id: string | null, than: string | null): boolean {
	return Number(id ?? 0) > Number(than ?? 0);
}

/** A page of the list, newest first. */
async function listPage(n8n: N8nApi, workflowId: string, cursor: string | null): Promise<Page> {
	const query = new URLSearchParams({
		limit: String(PAGE),
		filter: JSON.stringify({ workflowId }),
		...(cursor === null ? {} : { cursor }),
	});
	const { results, nextCursor = null } = (await n8n.read(`executions?${query}`)) as Partial<Page>;
	return { results: results ?? [], nextCursor };
}

async function nodeTime(n8n: N8nApi, id: string, nodeName: string): Promise<number> {
	const { data } = (await n8n.read(`executions/${id}`)) as { data: string };
	const ms = readFlatted(data, ['resultData', 'runData', nodeName, '0', 'executionTime']);
	if (typeof ms === 'number') return ms;
	throw new Error(`Execution ${id} does not say how long "${nodeName}" took`);
}
