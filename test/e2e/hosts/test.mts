import type { ProviderId, Sandbox } from '../../../tools/sandbox/index.mts';
import { test as base, expect } from '../test.mts';
import type { Workflow } from '../workflows/workflow.mts';
import { Messages } from './messages.mts';
import type { Trial } from './workflows.mts';

export { expect } from '@playwright/test';

/** One item of the node's output. */
export type Item = Readonly<Record<string, unknown>>;

/** What came of a webhook. */
export interface Answer {
	/** The items the workflow answered with. */
	readonly items: readonly Item[];
	/** How many calls the provider's API got. */
	readonly calls: number;
	readonly workflowId: string;
}

/** What a test tries the node with. */
export interface Try {
	readonly provider: ProviderId;
	/** The node's parameters, as saved. */
	readonly parameters: Trial['parameters'];
	/** What is posted to the workflow's webhook. */
	readonly body: object;
}

interface Fixtures {
	readonly sandbox: Sandbox;
	/** Brings messages nobody has marked yet. */
	readonly messages: Messages;
	/** Publishes a workflow of its own and posts to its webhook. */
	readonly run: (build: (trial: Trial) => Workflow, what: Try) => Promise<Answer>;
}

/** What every receipt holds, whichever the provider. */
const RECEIPT_KEYS = [
	'account',
	'chatId',
	'messageIds',
	'operation',
	'provider',
	'requestId',
	'sender',
	'status',
	'success',
	'typingIndicator',
];

const SECONDS_TO_ANSWER = 45;

export const test = base.extend<object, Fixtures>({
	sandbox: [async ({ running }, use) => await use(running.sandbox), { scope: 'worker' }],
	messages: [async ({ sandbox }, use) => await use(new Messages(sandbox)), { scope: 'worker' }],

	run: [
		async ({ running: { n8n, api, published }, sandbox, outputs }, use) => {
			let workflows = 0;
			await use(async (build, { provider, parameters, body }) => {
				workflows += 1;
				const path = `trial-${workflows}`;
				const { credential } = published(provider);
				const workflow = build({ name: path, path, provider, credential, parameters });
				const workflowId = await api.publishWorkflow(workflow);
				const callsBefore = sandbox.memory.requests.length;
				const text = await post(`${n8n.url}/webhook/${path}`, body);
				outputs.push(text);
				const calls = sandbox.memory.requests.length - callsBefore;
				return { items: JSON.parse(text) as Item[], calls, workflowId };
			});
		},
		{ scope: 'worker' },
	],
});

/**
 * In queue mode n8n leaves a webhook without an answer now and then, when a worker is faster than the
 * main instance: the news that an execution has ended comes before the main instance listens for it.
 * Playwright tries such a test again, and calls it flaky.
 */
async function post(url: string, body: object): Promise<string> {
	const answer = await fetch(url, {
		method: 'POST',
		headers: { 'content-type': 'application/json' },
		body: JSON.stringify(body),
		signal: AbortSignal.timeout(SECONDS_TO_ANSWER * 1000),
	}).catch((error: unknown) => {
		throw new Error('n8n left the webhook without an answer', { cause: error });
	});
	const text = await answer.text();
	expect(answer.status, text).toBe(200);
	return text;
}

/** A receipt in the one form all providers share, with the given values. */
export function expectReceipt(item: Item | undefined, values: Item): void {
	expect(Object.keys(item ?? {})).toEqual(expect.arrayContaining(RECEIPT_KEYS));
	expect(item).toMatchObject(values);
}
