import type { N8nApi } from '../../host/api.mts';
import type { Workflow } from '../../workflows/workflow.mts';
import type { ExampleWorkflow } from '../file/example.mts';
import type { Editor } from './editor.mts';
import { Executions, type Execution } from './executions.mts';

/** What the sender of a webhook gets back. */
export interface WebhookAnswer {
	readonly status: number;
	readonly body: string;
}

/** How events get into an example. */
export interface Entrance {
	/** Posts an event the way a provider does. */
	post(payload: object, headers?: Readonly<Record<string, string>>): Promise<WebhookAnswer>;
	/** Asks with GET, as Meta does to check an address. */
	get(query: string): Promise<WebhookAnswer>;
	/** Waits until the execution that the last event started has ended. */
	outcome(): Promise<Execution>;
}

/**
 * Imports the workflow, switches it on, and leads events through its real webhook.
 * @param n8nUrl without a trailing slash
 * @throws Error when n8n does not take the workflow, or it has no Webhook node
 */
export async function openWebhook(
	n8n: N8nApi,
	n8nUrl: string,
	workflow: ExampleWorkflow,
): Promise<Entrance> {
	const webhook = workflow.nodes.find(({ type }) => type === 'n8n-nodes-base.webhook');
	if (webhook === undefined) throw new Error(`"${workflow.name}" has no Webhook node`);
	// The demo's type of a workflow knows fewer settings of a node than a file may have.
	const executions = new Executions(n8n, await n8n.publishWorkflow(workflow as Workflow));
	const url = `${n8nUrl}/webhook/${String(webhook.parameters.path)}`;
	return {
		post: async (payload, headers = {}) =>
			await answerOf(url, {
				method: 'POST',
				headers: { ...headers, 'content-type': 'application/json' },
				body: JSON.stringify(payload),
			}),
		get: async (query) => await answerOf(`${url}?${query}`, { method: 'GET' }),
		outcome: async () => await executions.next(),
	};
}

/**
 * Leads events into a workflow that starts with n8n's WhatsApp Trigger: its data is pinned and the
 * workflow executed, as one does in the editor.
 *
 * Switched on, the trigger would call graph.facebook.com; the address is written into n8n's code
 * (`WhatsApp/GenericFunctions`), so that no server on this machine can stand for it.
 * @throws Error when the workflow has no WhatsApp Trigger
 */
export function openPinnedTrigger(
	n8n: N8nApi,
	editor: Editor,
	workflow: ExampleWorkflow,
): Entrance {
	const trigger = workflow.nodes.find(({ type }) => type === 'n8n-nodes-base.whatsAppTrigger');
	if (trigger === undefined) throw new Error(`"${workflow.name}" has no WhatsApp Trigger`);
	let last: Executions | undefined;
	return {
		async post(payload) {
			const items = triggerItems(payload).map((json) => ({ json }));
			const pinned = { ...workflow, pinData: { [trigger.name]: items } };
			const id = await editor.importWorkflow(pinned);
			await editor.execute(id, trigger.name);
			last = new Executions(n8n, id);
			return { status: 200, body: '' };
		},
		async get() {
			throw new Error("Meta's check is answered by the trigger, which is not switched on");
		},
		async outcome() {
			if (last === undefined) throw new Error('Nothing was posted yet');
			return await last.next();
		},
	};
}

interface MetaPayload {
	readonly entry?: ReadonlyArray<{
		readonly changes: ReadonlyArray<{ readonly field: string; readonly value: object }>;
	}>;
}

/** The items the WhatsApp Trigger makes of Meta's webhook: one for each element of `changes`. */
export function triggerItems(payload: object): readonly object[] {
	const { entry = [] } = payload as MetaPayload;
	return entry.flatMap(({ changes }) => changes.map(({ field, value }) => ({ ...value, field })));
}

async function answerOf(url: string, request: RequestInit): Promise<WebhookAnswer> {
	const answer = await fetch(url, { ...request, redirect: 'manual' });
	return { status: answer.status, body: await answer.text() };
}
