import { randomUUID } from 'node:crypto';

import { PROVIDER_IDS, providerOf } from '../../../tools/providers.js';
import { underTest } from '../providers/index.mts';
import type { ProviderId } from '../../../tools/sandbox/index.mts';
import { PACKAGE_NAME } from '../paths.mts';

export interface WorkflowNode {
	readonly id: string;
	readonly name: string;
	readonly type: string;
	readonly typeVersion: number;
	readonly position: readonly [number, number];
	readonly parameters: Readonly<Record<string, unknown>>;
	readonly webhookId?: string;
	readonly onError?: 'continueRegularOutput' | 'continueErrorOutput';
	readonly credentials?: Readonly<Record<string, StoredCredential>>;
}

/** A workflow in the form n8n imports. */
export interface Workflow {
	readonly name: string;
	readonly nodes: readonly WorkflowNode[];
	readonly connections: Readonly<Record<string, unknown>>;
	readonly settings: Readonly<Record<string, unknown>>;
	/** What a node puts out without being run, by its name. */
	readonly pinData?: Readonly<Record<string, readonly object[]>>;
}

export interface StoredCredential {
	readonly id: string;
	readonly name: string;
}

const WEBHOOK = 'Webhook';
const MARK_READ = 'WhatsApp Mark Read';

/** The name under which n8n loads the node. */
export const MARK_READ_TYPE = `${PACKAGE_NAME}.whatsAppMarkRead`;

/** Last part of the webhook's address, as in `/webhook/whatsapp-cloudApi`. */
export function webhookPath(provider: ProviderId): string {
	return `whatsapp-${provider}`;
}

/**
 * Where each provider's ready-made workflow takes its webhooks.
 * @param n8nUrl without a trailing slash
 */
export function webhookUrls(n8nUrl: string): Readonly<Record<ProviderId, string>> {
	return Object.fromEntries(PROVIDER_IDS.map((id) => [id, `${n8nUrl}/webhook/${webhookPath(id)}`]));
}

/** Last part of the address of the workflow that marks a message by its id alone. */
export function messageIdPath(provider: ProviderId): string {
	return `${webhookPath(provider)}-by-message-id`;
}

/**
 * The ready-made workflow of a provider: Webhook → WhatsApp Mark Read, nothing to fill in but the
 * provider and its credential. It answers the webhook with what the node put out. The sender sees
 * typing, and events without a message pass through marked as skipped, so that they can be seen.
 */
export function incomingMessageWorkflow(
	provider: ProviderId,
	credential: StoredCredential,
): Workflow {
	return webhookWorkflow({
		name: `${providerOf(provider).displayName}: mark incoming messages as read`,
		path: webhookPath(provider),
		credential,
		provider,
		parameters: {
			provider,
			operation: 'markMessage',
			source: 'webhook',
			// Seen on the phone page: the typing bubble beside the blue ticks.
			typingIndicator: true,
			options: { nonMessageEvents: 'pass' },
		},
	});
}

/**
 * A workflow that takes the message id out of `{"messageId": …}` posted to it, as one does with ids
 * that come from a database: Message is set to "Define Below".
 */
export function messageIdWorkflow(provider: ProviderId, credential: StoredCredential): Workflow {
	return webhookWorkflow({
		name: `${providerOf(provider).displayName}: mark a message by its id`,
		path: messageIdPath(provider),
		credential,
		provider,
		parameters: {
			provider,
			operation: 'markMessage',
			source: 'fields',
			...underTest(provider).fieldParameters((field) => `={{ $json.body.${field} }}`),
		},
	});
}

interface WebhookWorkflow {
	readonly name: string;
	readonly path: string;
	readonly provider: ProviderId;
	readonly credential: StoredCredential;
	readonly parameters: Readonly<Record<string, unknown>>;
}

function webhookWorkflow(content: WebhookWorkflow): Workflow {
	const nodes: readonly WorkflowNode[] = [
		webhookNode(content.path, 'allEntries'),
		{
			id: randomUUID(),
			name: MARK_READ,
			type: MARK_READ_TYPE,
			typeVersion: 1,
			position: [260, 0],
			// A refusal becomes an item with the error's words instead of a failed execution.
			onError: 'continueRegularOutput',
			parameters: content.parameters,
			credentials: { [providerOf(content.provider).credentialType]: content.credential },
		},
	];
	return {
		name: content.name,
		nodes,
		connections: inARow(nodes),
		settings: { executionOrder: 'v1' },
	};
}

/**
 * A Webhook node that answers when the last node of its workflow has finished.
 * @param path last part of the webhook's address
 * @param answer what it answers with: all items of the last node, or nothing
 */
export function webhookNode(path: string, answer: 'allEntries' | 'noData'): WorkflowNode {
	return {
		id: randomUUID(),
		name: WEBHOOK,
		type: 'n8n-nodes-base.webhook',
		typeVersion: 2.1,
		position: [0, 0],
		webhookId: path,
		parameters: {
			httpMethod: 'POST',
			path,
			responseMode: 'lastNode',
			responseData: answer,
			options: {},
		},
	};
}

/** Connects each node with the next one. */
export function inARow(nodes: readonly WorkflowNode[]): Workflow['connections'] {
	return Object.fromEntries(
		nodes
			.slice(1)
			.map((next, position) => [
				nodes[position]?.name,
				{ main: [[{ node: next.name, type: 'main', index: 0 }]] },
			]),
	);
}
