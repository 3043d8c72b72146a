import { expect } from '@playwright/test';
import { parse } from 'flatted';

import {
	buildWebhook,
	type OutgoingWebhook,
	type ProviderId,
	type ReceivedMessage,
} from '../../../tools/sandbox/index.mts';
import type { Running } from '../bring-up.mts';
import type { Workflow } from '../workflows/workflow.mts';
import type { Outside, SentOut } from './outside.mts';

/** An event of a provider; what is left out the sandbox makes up. */
export type Event = Omit<OutgoingWebhook, 'provider' | 'url'>;

/** A webhook as somebody posts it. */
interface Post {
	readonly payload: object;
	readonly headers?: Readonly<Record<string, string>>;
	/** The messages in it that can be marked. */
	readonly messages?: readonly ReceivedMessage[];
}

/** What came of something that came in. */
export interface Outcome {
	/** What its sender got back. */
	readonly answer: { readonly status: number; readonly body: string };
	/** The node with which the execution ended: it tells which branch was taken. */
	readonly lastNode: string;
	/** How each message of it stands with the provider. */
	readonly marked: ReadonlyArray<ReceivedMessage['status']>;
	/** How many calls the provider's API got. */
	readonly calls: number;
	/** What was sent out, oldest first. */
	readonly sent: readonly SentOut[];
}

interface ListedExecution {
	readonly id: string;
	readonly status: string;
}

const UNDER_WAY = ['new', 'running', 'waiting', 'unknown'];

/** An imported example, with credentials. Everything that comes in must end a run with success. */
export class Example {
	readonly #workflow: Workflow;
	readonly #running: Running;
	readonly #outside: Outside;
	readonly #seen = new Set<string>();
	#workflowId?: string;

	constructor(
		workflow: Workflow,
		readonly provider: ProviderId,
		running: Running,
		outside: Outside,
	) {
		this.#workflow = workflow;
		this.#running = running;
		this.#outside = outside;
	}

	/** Lets the provider post an event. */
	async event(event: Event): Promise<Outcome> {
		const { memory } = this.#running.sandbox;
		const built = buildWebhook({ ...event, provider: this.provider });
		if (built.ownMessageId !== null) memory.rememberOwn(this.provider, built.ownMessageId);
		const messages = built.message ? [memory.receive(built.message)] : [];
		return await this.post({ payload: built.payload, headers: built.headers, messages });
	}

	/**
	 * Lets Meta post several events in one webhook.
	 * @see docs/providers/cloudApi.md, "Webhook": up to 1,000 updates
	 */
	async batch(events: readonly Event[]): Promise<Outcome> {
		const { memory } = this.#running.sandbox;
		const built = events.map((event) => buildWebhook({ ...event, provider: this.provider }));
		const messages = built.flatMap(({ message }) => (message ? [memory.receive(message)] : []));
		const entry = built.flatMap(({ payload }) => (payload as MetaPayload).entry);
		return await this.post({ payload: { object: 'whatsapp_business_account', entry }, messages });
	}

	/** Lets somebody post anything. */
	async post({ payload, headers, messages = [] }: Post): Promise<Outcome> {
		const request = {
			method: 'POST',
			headers: { ...headers, 'content-type': 'application/json' },
			body: JSON.stringify(payload),
		};
		const outcome = await this.#outcomeOf(messages, async () =>
			this.#trigger ? await this.#execute(payload) : await this.#askWebhook('', request),
		);
		expect(outcome.answer.status, 'the answer to the webhook').toBe(200);
		return outcome;
	}

	/** Asks the webhook with GET, as Meta does to check an address. */
	async get(query: Readonly<Record<string, string>>): Promise<Outcome> {
		return await this.#outcomeOf([], async () => {
			return await this.#askWebhook(`?${new URLSearchParams(query).toString()}`, {});
		});
	}

	/** n8n's WhatsApp Trigger, where the example starts with it. */
	get #trigger() {
		return this.#workflow.nodes.find(({ type }) => type === 'n8n-nodes-base.whatsAppTrigger');
	}

	async #outcomeOf(
		messages: readonly ReceivedMessage[],
		arrive: () => Promise<Outcome['answer']>,
	): Promise<Outcome> {
		const { memory } = this.#running.sandbox;
		const callsBefore = memory.requests.length;
		const sentBefore = this.#outside.sent.length;
		const answer = await arrive();
		const lastNode = await this.#endOfRun();
		return {
			answer,
			lastNode,
			marked: messages.map(({ status }) => status),
			calls: memory.requests.length - callsBefore,
			sent: this.#outside.sent.slice(sentBefore),
		};
	}

	/** Asks the webhook of the workflow, which is switched on at the first time. */
	async #askWebhook(query: string, request: RequestInit): Promise<Outcome['answer']> {
		const { api, n8n } = this.#running;
		this.#workflowId ??= await api.publishWorkflow(this.#workflow);
		const webhook = this.#workflow.nodes.find(({ type }) => type === 'n8n-nodes-base.webhook');
		const url = `${n8n.url}/webhook/${String(webhook?.parameters['path'])}${query}`;
		const answer = await fetch(url, { ...request, redirect: 'manual' });
		return { status: answer.status, body: await answer.text() };
	}

	/**
	 * Executes the workflow with the trigger's data pinned, as one does in the editor. Switched on,
	 * the trigger would call graph.facebook.com; the address is written into n8n's code
	 * (`WhatsApp/GenericFunctions`), so that no server on this machine can stand for it.
	 */
	async #execute(payload: object): Promise<Outcome['answer']> {
		const { api } = this.#running;
		const name = this.#trigger?.name ?? '';
		// The trigger makes one item of each element of `changes`.
		const changes = (payload as MetaPayload).entry.flatMap((entry) => entry.changes);
		const items = changes.map(({ field, value }) => ({ json: { ...value, field } }));
		const pinned = { ...this.#workflow, pinData: { [name]: items } };
		this.#workflowId = ((await api.post('workflows', pinned)) as { id: string }).id;
		await api.post(`workflows/${this.#workflowId}/run`, { triggerToStartFrom: { name } });
		return { status: 200, body: '' };
	}

	/** Waits until the run that was started last has ended, and returns its last node. */
	async #endOfRun(): Promise<string> {
		const { api } = this.#running;
		const filter = encodeURIComponent(JSON.stringify({ workflowId: this.#workflowId }));
		let ended: ListedExecution | undefined;
		await expect(async () => {
			const { results } = (await api.read(`executions?filter=${filter}`)) as {
				readonly results: readonly ListedExecution[];
			};
			ended = results.find(({ id, status }) => !this.#seen.has(id) && !UNDER_WAY.includes(status));
			expect(ended, 'a run that has ended').toBeDefined();
		}).toPass({ intervals: [150], timeout: 90_000 });
		const { id = '', status } = ended ?? {};
		expect(status, 'how the run ended').toBe('success');
		this.#seen.add(id);
		const { data } = (await api.read(`executions/${id}`)) as { readonly data: string };
		return (parse(data) as { resultData: { lastNodeExecuted: string } }).resultData
			.lastNodeExecuted;
	}
}

interface MetaPayload {
	readonly entry: ReadonlyArray<{
		readonly changes: ReadonlyArray<{ readonly field: string; readonly value: object }>;
	}>;
}
