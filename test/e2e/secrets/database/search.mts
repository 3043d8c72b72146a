import { parse } from 'flatted';

import { findSecrets, type Secret } from '../find-secrets.mts';
import { reportSecrets } from '../report.mts';
import type { StoredData } from './read.mts';

export interface DatabaseSecrets {
	/** Must be nowhere in what n8n stored. */
	readonly ofCredentials: readonly Secret[];
	/**
	 * Arrive in webhooks, which n8n's Webhook node stores as they came: must be there and nowhere else. That they are
	 * there shows that the search sees what n8n stores.
	 */
	readonly ofWebhooks: readonly Secret[];
}

export interface DatabaseSearch {
	/** One line per find, which never shows the secret; empty = clean. */
	readonly leaks: readonly string[];
	/** What was searched, for the terminal. */
	readonly summary: string;
}

/**
 * Looks for secrets in everything n8n stored: every row of every table, what nodes put out in each
 * execution, what was deleted but is still in the database's files, and the other files of its home.
 * A pure function.
 */
export function searchDatabase(
	{ tables, bytes, files }: StoredData,
	{ ofCredentials, ofWebhooks }: DatabaseSecrets,
): DatabaseSearch {
	const isOfExecutions = (name: string): boolean => name === 'execution_data';
	const executions = tables
		.filter(({ name }) => isOfExecutions(name))
		.flatMap(({ rows }) => rows.map(splitExecution));
	const received = executions.map((execution) => execution.received);
	const clean = [
		...tables
			.filter(({ name }) => !isOfExecutions(name))
			.map(({ name, rows }) => ({
				place: `n8n's database, table ${name}`,
				text: JSON.stringify(rows),
			})),
		...executions.map(({ id, rest }) => ({
			place: `n8n's database, execution ${id}`,
			text: rest,
		})),
		...files.map(({ name, text }) => ({ place: `n8n's file ${name}`, text })),
	];
	const withWebhooks = [
		{ place: "the bytes of n8n's database", text: bytes },
		{ place: 'what n8n’s Webhook node stored', text: received.join('\n') },
	];
	const isIn = (text: string, secret: Secret) => findSecrets(text, [secret]).length > 0;
	const blind = ofWebhooks
		.filter((secret) => !withWebhooks.every(({ text }) => isIn(text, secret)))
		.map(
			({ label }) =>
				`SEARCH IS BLIND: ${label} must be in n8n's database, where its Webhook node stores it, and was not found`,
		);
	const withSecret = received.filter((text) => findSecrets(text, ofWebhooks).length > 0).length;
	const rows = tables.reduce((sum, table) => sum + table.rows.length, 0);
	return {
		leaks: [
			...reportSecrets(clean, [...ofCredentials, ...ofWebhooks]),
			...reportSecrets(withWebhooks, ofCredentials),
			...blind,
		],
		summary: `Searched all ${rows} rows of the ${tables.length} tables of n8n's database, ${received.length} executions and ${files.length} files. (${withSecret} executions hold a secret that came with the webhook itself: n8n's own Webhook node stores what it receives.)`,
	};
}

/**
 * The nodes that store a webhook, or what they split out of it, as it came, whatever is in it: n8n's
 * doing, not this package's.
 */
const WEBHOOK_NODES = ['n8n-nodes-base.webhook', 'n8n-nodes-base.splitOut'];

interface StoredExecution {
	/** The input of nodes that had not run when the execution failed. */
	readonly executionData?: unknown;
	readonly resultData?: { readonly runData?: Readonly<Record<string, unknown>> };
}

interface StoredWorkflow {
	readonly nodes: ReadonlyArray<{ readonly name: string; readonly type: string }>;
}

/** Keeps what came in with the webhook apart: some providers' payloads hold a secret. */
function splitExecution({ data, ...row }: Readonly<Record<string, unknown>>) {
	const { executionData, resultData, ...others } = parse(String(data)) as StoredExecution;
	const { nodes } = (
		typeof row.workflowData === 'string' ? JSON.parse(row.workflowData) : row.workflowData
	) as StoredWorkflow;
	const isOfWebhook = (name: string): boolean =>
		nodes.some((node) => node.name === name && WEBHOOK_NODES.includes(node.type));
	const runs = Object.entries(resultData?.runData ?? {});
	const ownRuns = runs.filter(([name]) => !isOfWebhook(name));
	return {
		id: String(row.executionId),
		received: JSON.stringify([runs.filter(([name]) => isOfWebhook(name)), executionData]),
		rest: JSON.stringify([{ ...resultData, runData: ownRuns }, others, row]),
	};
}
