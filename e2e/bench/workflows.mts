import { SANDBOX_ACCOUNTS } from '../../sandbox/index.mts';
import { CREDENTIAL_TYPES } from '../workflows/providers.mts';
import {
	inARow,
	MARK_READ_TYPE,
	webhookNode,
	type StoredCredential,
	type Workflow,
	type WorkflowNode,
} from '../workflows/workflow.mts';
import { sideLabel, sidePath, type BenchProvider, type Side } from './sides.mts';
import { markPath } from './target/provider-calls.mts';

/** The name of the node that is measured. */
export const MEASURED_NODE = 'Mark as read';

/** The field of the posted body that holds the input items. */
export const ITEMS_FIELD = 'items';

/**
 * Where the values stand in the providers' webhooks. The HTTP Request nodes need an expression for
 * each; the node needs them under Define Below only.
 */
const EXPRESSIONS = {
	ryze: { messageId: '={{ $json.data.id }}', chat: '={{ $json.data.chat.jid }}' },
	cloudApi: { messageId: '={{ $json.entry[0].changes[0].value.messages[0].id }}' },
	wawp: { messageId: '={{ [$json.payload.id] }}', chat: '={{ $json.payload.from }}' },
} as const;

interface BodyField {
	readonly name: string;
	readonly value: string;
}

/** What an HTTP Request node sends to mark one message: Using Fields Below, as it comes. */
const BODIES: Readonly<Record<BenchProvider, readonly BodyField[]>> = {
	ryze: [
		{ name: 'messageId', value: EXPRESSIONS.ryze.messageId },
		{ name: 'number', value: EXPRESSIONS.ryze.chat },
	],
	cloudApi: [
		{ name: 'messaging_product', value: 'whatsapp' },
		{ name: 'status', value: 'read' },
		{ name: 'message_id', value: EXPRESSIONS.cloudApi.messageId },
	],
	wawp: [
		{ name: 'chatId', value: EXPRESSIONS.wawp.chat },
		{ name: 'messageIds', value: EXPRESSIONS.wawp.messageId },
	],
};

/**
 * A competitor's workflow: Webhook → Split Out → the node that is measured. The Webhook node takes
 * all input items in one body; Split Out makes them n8n items inside n8n's own process, without a
 * task runner that would work at the same time.
 * @param targetUrl the providers' side, without a trailing slash
 */
export function benchWorkflow(
	side: Side,
	credential: StoredCredential,
	targetUrl: string,
): Workflow {
	const path = sidePath(side);
	const nodes: readonly WorkflowNode[] = [
		webhookNode(path, 'noData'),
		{
			id: `${path}-split-out`,
			name: 'Split Out',
			type: 'n8n-nodes-base.splitOut',
			typeVersion: 1,
			position: [220, 0],
			parameters: { fieldToSplitOut: `body.${ITEMS_FIELD}`, options: {} },
		},
		{
			id: `${path}-measured`,
			name: MEASURED_NODE,
			position: [440, 0],
			// What is refused is counted, not the end of the run.
			onError: 'continueRegularOutput',
			...measuredNode(side, targetUrl),
			credentials:
				side.kind === 'bareToken' ? {} : { [CREDENTIAL_TYPES[side.provider]]: credential },
		},
	];
	return {
		name: `Benchmark: ${side.provider}, ${sideLabel(side)}`,
		nodes,
		connections: inARow(nodes),
		settings: { executionOrder: 'v1' },
	};
}

type MeasuredNode = Pick<WorkflowNode, 'type' | 'typeVersion' | 'parameters'>;

function measuredNode(side: Side, targetUrl: string): MeasuredNode {
	switch (side.kind) {
		case 'node':
			return markReadNode(side, { source: 'webhook' });
		case 'nodeWithFields':
			return markReadNode(side, {
				source: 'fields',
				chatId: EXPRESSIONS.ryze.chat,
				messageId: EXPRESSIONS.ryze.messageId,
				chatType: 'direct',
			});
		default:
			return httpRequestNode(side, targetUrl);
	}
}

function markReadNode({ provider, concurrency }: Side, fields: object): MeasuredNode {
	return {
		type: MARK_READ_TYPE,
		typeVersion: 1,
		parameters: {
			provider,
			operation: 'markMessage',
			...fields,
			options: { maxConcurrency: concurrency },
		},
	};
}

function httpRequestNode({ kind, provider }: Side, targetUrl: string): MeasuredNode {
	const authentication =
		kind === 'storedCredential'
			? {
					authentication: 'predefinedCredentialType',
					nodeCredentialType: CREDENTIAL_TYPES[provider],
				}
			: {
					authentication: 'none',
					sendHeaders: true,
					headerParameters: {
						parameters: [{ name: 'token', value: SANDBOX_ACCOUNTS.ryze.token }],
					},
				};
	return {
		type: 'n8n-nodes-base.httpRequest',
		typeVersion: 4.5,
		parameters: {
			method: 'POST',
			url: `${targetUrl}${markPath(provider)}`,
			...authentication,
			sendBody: true,
			specifyBody: 'keypair',
			bodyParameters: { parameters: BODIES[provider] },
			options: {},
		},
	};
}
