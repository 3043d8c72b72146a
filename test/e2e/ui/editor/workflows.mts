import { providerOf } from '../../../../tools/providers.js';
import type { ProviderId } from '../../../../tools/sandbox/index.mts';
import {
	inARow,
	MARK_READ_TYPE,
	webhookNode,
	type StoredCredential,
	type Workflow,
	type WorkflowNode,
} from '../../workflows/workflow.mts';

/** The id of the node in the workflows below; with it the editor opens its panel by address. */
export const MARK_READ_ID = 'mark-read';
export const MARK_READ_NAME = 'WhatsApp Mark Read';

/** The id of the node behind it, whose panel shows what comes in. */
export const NEXT_ID = 'next';

export interface MarkReadUse {
	readonly provider: ProviderId;
	readonly credential: StoredCredential;
	/** What is set beside the provider. */
	readonly parameters?: Readonly<Record<string, unknown>>;
}

/** Webhook → WhatsApp Mark Read → Edit Fields, as a person would draw it. */
export function threeNodes(name: string, path: string, use: MarkReadUse): Workflow {
	return workflow(name, [immediateWebhook(path), markRead(use), NEXT]);
}

/** Webhook → Wait → WhatsApp Mark Read: the ticks stay grey for a second. */
export function markAfterOneSecond(name: string, path: string, use: MarkReadUse): Workflow {
	const wait: WorkflowNode = {
		id: 'wait',
		name: 'Wait',
		type: 'n8n-nodes-base.wait',
		typeVersion: 1.1,
		position: [0, 0],
		webhookId: `${path}-wait`,
		parameters: { resume: 'timeInterval', amount: 1, unit: 'seconds' },
	};
	return workflow(name, [immediateWebhook(path), wait, markRead(use)]);
}

/** An AI Agent behind a chat, without a model and without tools. */
export function agentWorkflow(name: string): Workflow {
	return workflow(name, [
		{
			id: 'chat',
			name: 'When chat message received',
			type: '@n8n/n8n-nodes-langchain.chatTrigger',
			typeVersion: 1.1,
			position: [0, 0],
			webhookId: 'agent-chat',
			parameters: { options: {} },
		},
		{
			id: 'agent',
			name: 'AI Agent',
			type: '@n8n/n8n-nodes-langchain.agent',
			typeVersion: 2.2,
			position: [0, 0],
			parameters: { options: {} },
		},
	]);
}

/** A manual start with nothing behind it. */
export function emptyWorkflow(name: string): Workflow {
	return workflow(name, [
		{
			id: 'start',
			name: 'Start',
			type: 'n8n-nodes-base.manualTrigger',
			typeVersion: 1,
			position: [0, 0],
			parameters: {},
		},
	]);
}

const NEXT: WorkflowNode = {
	id: NEXT_ID,
	name: 'Edit Fields',
	type: 'n8n-nodes-base.set',
	typeVersion: 3.4,
	position: [0, 0],
	parameters: { options: {} },
};

/** The Webhook node as n8n adds it: it answers before the rest of the workflow runs. */
function immediateWebhook(path: string): WorkflowNode {
	const node = webhookNode(path, 'noData');
	return { ...node, parameters: { httpMethod: 'POST', path, options: {} } };
}

function markRead({ provider, credential, parameters }: MarkReadUse): WorkflowNode {
	return {
		id: MARK_READ_ID,
		name: MARK_READ_NAME,
		type: MARK_READ_TYPE,
		typeVersion: 1,
		position: [0, 0],
		parameters: {
			provider,
			operation: 'markMessage',
			source: 'webhook',
			options: {},
			...parameters,
		},
		credentials: { [providerOf(provider).credentialType]: credential },
	};
}

const PIXELS_BETWEEN_NODES = 260;

function workflow(name: string, nodes: readonly WorkflowNode[]): Workflow {
	const placed = nodes.map((node, place) => ({
		...node,
		position: [place * PIXELS_BETWEEN_NODES, 0] as const,
	}));
	return {
		name,
		nodes: placed,
		connections: inARow(placed),
		settings: { executionOrder: 'v1' },
	};
}
