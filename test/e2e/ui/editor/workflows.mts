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
	/** Last part of the webhook's address, where it is used. */
	readonly path?: string;
}

/** Webhook → WhatsApp Mark Read → Edit Fields, as a person would draw it. */
export function threeNodes(name: string, use: MarkReadUse): Workflow {
	const next = node(NEXT_ID, 'Edit Fields', 'n8n-nodes-base.set', 3.4, { options: {} });
	return workflow(name, [immediateWebhook(use), markRead(use), next]);
}

/** Webhook → Wait → WhatsApp Mark Read: the ticks stay grey for a second. */
export function markAfterOneSecond(name: string, use: MarkReadUse): Workflow {
	const time = { resume: 'timeInterval', amount: 1, unit: 'seconds' };
	const wait = { ...node('wait', 'Wait', 'n8n-nodes-base.wait', 1.1, time), webhookId: 'wait' };
	return workflow(name, [immediateWebhook(use), wait, markRead(use)]);
}

/** An AI Agent behind a chat, without a model and without tools. */
export function agentWorkflow(name: string): Workflow {
	const langchain = '@n8n/n8n-nodes-langchain';
	const options = { options: {} };
	const chat = node('chat', 'When chat message received', `${langchain}.chatTrigger`, 1.1, options);
	const agent = node('agent', 'AI Agent', `${langchain}.agent`, 2.2, options);
	return workflow(name, [{ ...chat, webhookId: 'agent-chat' }, agent]);
}

/** A manual start with nothing behind it. */
export function emptyWorkflow(name: string): Workflow {
	return workflow(name, [node('start', 'Start', 'n8n-nodes-base.manualTrigger', 1, {})]);
}

/** The Webhook node as n8n adds it: it answers before the rest of the workflow runs. */
function immediateWebhook({ path = 'draft' }: MarkReadUse): WorkflowNode {
	const parameters = { httpMethod: 'POST', path, options: {} };
	return { ...webhookNode(path, 'noData'), parameters };
}

function markRead({ provider, credential, parameters }: MarkReadUse): WorkflowNode {
	const ofEach = { provider, operation: 'markMessage', source: 'webhook', options: {} };
	return {
		...node(MARK_READ_ID, MARK_READ_NAME, MARK_READ_TYPE, 1, { ...ofEach, ...parameters }),
		credentials: { [providerOf(provider).credentialType]: credential },
	};
}

function node(
	id: string,
	name: string,
	type: string,
	typeVersion: number,
	parameters: WorkflowNode['parameters'],
): WorkflowNode {
	return { id, name, type, typeVersion, position: [0, 0], parameters };
}

const PIXELS_BETWEEN_NODES = 260;

function workflow(name: string, nodes: readonly WorkflowNode[]): Workflow {
	const placed = nodes.map((each, place) => ({
		...each,
		position: [place * PIXELS_BETWEEN_NODES, 0] as const,
	}));
	return {
		name,
		nodes: placed,
		connections: inARow(placed),
		settings: { executionOrder: 'v1' },
	};
}
