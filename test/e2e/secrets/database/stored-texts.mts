import { parse } from 'flatted';

import type { SearchedText } from '../report.mts';
import type { StoredTable } from './read.mts';

/**
 * The nodes that store a webhook, or what they split out of it, as it came, whatever is in it: n8n's
 * doing, not this package's.
 */
const WEBHOOK_NODES = ['n8n-nodes-base.webhook', 'n8n-nodes-base.splitOut'];

export interface StoredTexts {
	/** What must hold no secret. */
	readonly searched: readonly SearchedText[];
	/** What n8n's Webhook node has received and stored, for each execution, and what waited to be run with it. */
	readonly received: readonly string[];
}

interface Execution {
	/** The input of nodes that had not run when the execution failed. */
	readonly executionData?: unknown;
	readonly resultData?: { readonly runData?: Readonly<Record<string, unknown>> };
}

interface WorkflowOfExecution {
	readonly nodes?: ReadonlyArray<{ readonly name: string; readonly type: string }>;
}

/**
 * Puts all that n8n stored into texts to search. What n8n's Webhook node stored of an execution is
 * kept apart: it holds the provider's payload, and some providers' payloads hold a secret.
 * A pure function.
 */
export function storedTexts(tables: readonly StoredTable[]): StoredTexts {
	const executions = tables.filter(({ name }) => name === 'execution_data');
	const others = tables.filter(({ name }) => name !== 'execution_data');
	const split = executions.flatMap(({ rows }) => rows.map(splitExecution));
	return {
		searched: [
			...others.map(({ name, rows }) => ({
				place: `n8n's database, table ${name}`,
				text: JSON.stringify(rows),
			})),
			...split.flatMap(({ searched }) => searched),
		],
		received: split.map(({ received }) => received),
	};
}

function splitExecution(row: Readonly<Record<string, unknown>>) {
	const { data, ...rest } = row;
	const { executionData, ...execution } = parse(String(data)) as Execution;
	const runData = execution.resultData?.runData ?? {};
	const webhookNodes = webhookNodesOf(row.workflowData);
	const isOfWebhook = (name: string): boolean => webhookNodes.includes(name);
	const entries = Object.entries(runData);
	const withoutWebhook = {
		...execution,
		resultData: {
			...execution.resultData,
			runData: Object.fromEntries(entries.filter(([name]) => !isOfWebhook(name))),
		},
	};
	return {
		searched: [
			{
				place: `n8n's database, execution ${String(row.executionId)}`,
				text: JSON.stringify([withoutWebhook, rest]),
			},
		],
		received: JSON.stringify([entries.filter(([name]) => isOfWebhook(name)), executionData]),
	};
}

function webhookNodesOf(workflowData: unknown): readonly string[] {
	const workflow = (
		typeof workflowData === 'string' ? JSON.parse(workflowData) : workflowData
	) as WorkflowOfExecution | null;
	return (workflow?.nodes ?? [])
		.filter(({ type }) => WEBHOOK_NODES.includes(type))
		.map(({ name }) => name);
}
