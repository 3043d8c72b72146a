import { setTimeout as wait } from 'node:timers/promises';

import { PROVIDER_IDS, type ProviderId } from '../../../tools/providers.js';
import { buildWebhook, type OutgoingWebhook, type Sandbox } from '../../../tools/sandbox/index.mts';
import type { Running } from '../bring-up.mts';
import type { Messages } from './messages.mts';
import { loadWorkflow } from './workflows.mts';

/** Webhooks under way at the same time. */
const AT_ONCE = 40;
/** A provider gives up some day; here sooner than Meta, which tries for days. */
const MOST_ATTEMPTS = 5;
const MS_BEFORE_NEXT_ATTEMPT = 1000;

/** When the Webhook node answers the provider: *Immediately*, or *When Last Node Finishes*. */
export type ResponseMode = 'onReceived' | 'lastNode';

/** A message that will come in, as the provider will tell of it, each time the same. */
export type PlannedWebhook = OutgoingWebhook & { readonly messageId: string };

/**
 * Publishes a workflow for each provider and plans messages that come in turn through all of them,
 * each in a chat of its own: no receipt covers another message.
 */
export async function planLoad(
	{ api, n8n, published }: Running,
	messages: Messages,
	responseMode: ResponseMode,
	count: number,
): Promise<readonly PlannedWebhook[]> {
	const urls = new Map<ProviderId, string>();
	for (const provider of PROVIDER_IDS) {
		const path = `load-${provider}-${responseMode}`.toLowerCase();
		const { credential } = published(provider);
		const trial = { name: path, path, provider, credential, parameters: { provider } };
		await api.publishWorkflow(loadWorkflow(trial, responseMode));
		urls.set(provider, `${n8n.url}/webhook/${path}`);
	}
	return Array.from({ length: count }, (_, position) => {
		const provider = PROVIDER_IDS[position % PROVIDER_IDS.length] ?? 'cloudApi';
		const chat = messages.newChat(provider, 'direct');
		const wish = { provider, kind: 'direct', chat } as const;
		const messageId = buildWebhook(wish).message?.messageId ?? '';
		return { ...wish, messageId, url: urls.get(provider) ?? '' };
	});
}

/**
 * Sends the webhooks, some at a time. One that fails, or that nobody answers, is sent again with the
 * same content, as Meta does.
 * @returns how many were sent again
 */
export async function deliver(
	sandbox: Sandbox,
	webhooks: readonly PlannedWebhook[],
): Promise<number> {
	const waiting = webhooks.values();
	let sentAgain = 0;
	const sendOneByOne = async (): Promise<void> => {
		for (const webhook of waiting) sentAgain += (await attemptsFor(sandbox, webhook)) - 1;
	};
	await Promise.all(Array.from({ length: AT_ONCE }, sendOneByOne));
	return sentAgain;
}

async function attemptsFor(sandbox: Sandbox, webhook: PlannedWebhook): Promise<number> {
	for (let attempt = 1; ; attempt += 1) {
		const status = await sandbox.sendWebhook(webhook).then(
			(answer) => answer.status,
			// Nobody answered in time: a failure like any other.
			() => 0,
		);
		if ((status >= 200 && status < 300) || attempt === MOST_ATTEMPTS) return attempt;
		await wait(MS_BEFORE_NEXT_ATTEMPT);
	}
}
