import { setTimeout as wait } from 'node:timers/promises';

import { PROVIDER_IDS, providerOf } from '../../../../tools/providers.js';
import {
	buildWebhook,
	type OutgoingWebhook,
	type ProviderId,
	type Sandbox,
} from '../../../../tools/sandbox/index.mts';
import {
	inARow,
	MARK_READ_TYPE,
	webhookNode,
	type Workflow,
	type WorkflowNode,
} from '../../workflows/workflow.mts';
import type { Lab } from '../cases/case.mts';
import type { WebhookAnswer } from './results.mts';

/** Webhooks under way at the same time. */
const AT_ONCE = 40;
/** A provider gives up some day; here sooner than Meta, which tries for days. */
const MOST_ATTEMPTS = 5;
const MS_BEFORE_NEXT_ATTEMPT = 1000;

/** A message that will come in, as the provider will tell of it, each time the same. */
export type PlannedWebhook = OutgoingWebhook & { readonly messageId: string };

/**
 * Publishes a workflow for each provider and plans messages that come in turn through all of them,
 * each in a chat of its own: no receipt covers another message.
 */
export async function planLoad(
	lab: Lab,
	answer: WebhookAnswer,
	count: number,
): Promise<PlannedWebhook[]> {
	const urls = new Map<ProviderId, string>();
	for (const provider of PROVIDER_IDS) {
		const path = lab.newPath();
		urls.set(provider, `${lab.url}/webhook/${path}`);
		await lab.n8n.publishWorkflow(loadWorkflow(lab, provider, answer, path));
	}
	return Array.from({ length: count }, (_, position) => {
		const provider = PROVIDER_IDS[position % PROVIDER_IDS.length] ?? 'cloudApi';
		const wish = {
			provider,
			kind: 'direct',
			chat: lab.messages.newChat(provider, 'direct'),
		} as const;
		const messageId = buildWebhook(wish).message?.messageId ?? '';
		return { ...wish, messageId, url: urls.get(provider) ?? '' };
	});
}

function loadWorkflow(
	lab: Lab,
	provider: ProviderId,
	answer: WebhookAnswer,
	path: string,
): Workflow {
	const webhook = webhookNode(path, 'noData');
	const nodes: readonly WorkflowNode[] = [
		answer === 'whenDone'
			? webhook
			: { ...webhook, parameters: { ...webhook.parameters, responseMode: 'onReceived' } },
		{
			id: `${path}-mark-read`,
			name: 'Mark as read',
			type: MARK_READ_TYPE,
			typeVersion: 1,
			position: [260, 0],
			parameters: { provider },
			credentials: { [providerOf(provider).credentialType]: lab.credentialOf(provider) },
		},
	];
	return {
		name: `${provider}: load, webhook answers ${answer}`,
		nodes,
		connections: inARow(nodes),
		settings: { executionOrder: 'v1' },
	};
}

/**
 * Sends the webhooks, some at a time. One that fails, or that nobody answers, is sent again with the
 * same content, as Meta does.
 * @param tell gets a word about how far it is
 * @returns how many were sent again
 */
export async function deliver(
	sandbox: Sandbox,
	webhooks: readonly PlannedWebhook[],
	signal: AbortSignal,
	tell: (news: string) => void,
): Promise<number> {
	const waiting = webhooks.values();
	let sentAgain = 0;
	let done = 0;
	const sendOneByOne = async (): Promise<void> => {
		for (const webhook of waiting) {
			const attempts = await deliverOne(sandbox, webhook, signal);
			sentAgain += attempts - 1;
			done += 1;
			if (done % 100 === 0) tell(`${done} of ${webhooks.length} webhooks delivered`);
		}
	};
	await Promise.all(Array.from({ length: AT_ONCE }, sendOneByOne));
	return sentAgain;
}

/** @returns how many attempts it took */
async function deliverOne(
	sandbox: Sandbox,
	webhook: PlannedWebhook,
	signal: AbortSignal,
): Promise<number> {
	for (let attempt = 1; ; attempt += 1) {
		signal.throwIfAborted();
		const status = await sandbox.sendWebhook(webhook).then(
			(answer) => answer.status,
			// Nobody answered in time: a failure like any other.
			() => 0,
		);
		if ((status >= 200 && status < 300) || attempt === MOST_ATTEMPTS) return attempt;
		await wait(MS_BEFORE_NEXT_ATTEMPT, undefined, { signal });
	}
}
