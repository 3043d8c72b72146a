import { setTimeout as wait } from 'node:timers/promises';

import { parse } from 'flatted';

import type { N8nApi } from '../../test/e2e/host/api.mts';

const SECONDS_TO_STORE = 60;
const MS_BETWEEN_LOOKS = 250;
const PAGE = 100;

/** An execution that n8n has stored. */
export interface Execution {
	/** n8n numbers them as they begin. */
	readonly number: number;
	readonly status: string;
}

interface Page {
	readonly results: ReadonlyArray<{ readonly id: string; readonly status: string }>;
	/** Leads to the next page; null or missing: this is the last. */
	readonly nextCursor?: string | null;
}

interface RunData {
	readonly resultData: {
		readonly runData: Readonly<Record<string, ReadonlyArray<{ readonly executionTime: number }>>>;
	};
}

/** The number of a workflow's newest execution; 0 when there is none. */
export async function newestExecution(api: N8nApi, workflowId: string): Promise<number> {
	const { results } = await listPage(api, workflowId, 1, null);
	return Number(results[0]?.id ?? 0);
}

/**
 * Waits until so many executions of a workflow have ended and are stored: n8n does that a moment after it has answered
 * the webhook.
 * @param after the number of the newest execution that is not meant
 * @returns those that have ended, also when they are fewer after the seconds
 */
export async function endedExecutions(
	api: N8nApi,
	workflowId: string,
	{ after, count }: { readonly after: number; readonly count: number },
	seconds = SECONDS_TO_STORE,
): Promise<readonly Execution[]> {
	const giveUpAt = Date.now() + seconds * 1000;
	for (;;) {
		const listed = await listNewer(api, workflowId, after, Math.min(count, PAGE));
		const ended = listed.filter(({ status }) => status !== 'running' && status !== 'new');
		if (ended.length >= count || Date.now() > giveUpAt) return ended;
		await wait(MS_BETWEEN_LOOKS);
	}
}

/**
 * How long a node took in each execution, in milliseconds: the time n8n's engine stores for it and shows. Neither the
 * webhook, nor making the items, nor storing the execution is in it. Reading it disturbs n8n: do so after measuring.
 * @throws Error when an execution does not say it
 */
export async function nodeTimes(
	api: N8nApi,
	executions: readonly Execution[],
	nodeName: string,
): Promise<readonly number[]> {
	const times: number[] = [];
	for (const { number } of executions) {
		const { data } = (await api.read(`executions/${number}`)) as { data: string };
		const { resultData } = parse(data) as RunData;
		const ms = resultData.runData[nodeName]?.[0]?.executionTime;
		if (ms === undefined) {
			throw new Error(`Execution ${number} does not say how long "${nodeName}" took`);
		}
		times.push(ms);
	}
	return times;
}

async function listNewer(
	api: N8nApi,
	workflowId: string,
	after: number,
	pageSize: number,
): Promise<readonly Execution[]> {
	const newer: Execution[] = [];
	let cursor: string | null = null;
	do {
		const page: Page = await listPage(api, workflowId, pageSize, cursor);
		const listed = page.results.map(({ id, status }) => ({ number: Number(id), status }));
		newer.push(...listed.filter(({ number }) => number > after));
		const isPastThem = listed.some(({ number }) => number <= after);
		cursor = isPastThem ? null : (page.nextCursor ?? null);
	} while (cursor !== null);
	return newer;
}

/** A page of the list, newest first. */
async function listPage(
	api: N8nApi,
	workflowId: string,
	limit: number,
	cursor: string | null,
): Promise<Page> {
	const query = new URLSearchParams({
		limit: String(limit),
		filter: JSON.stringify({ workflowId }),
		...(cursor === null ? {} : { cursor }),
	});
	return (await api.read(`executions?${query}`)) as Page;
}
