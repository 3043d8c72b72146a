import { randomUUID } from 'node:crypto';

import { providerOf } from '../../../tools/providers.js';
import type { ProviderId } from '../../../tools/sandbox/index.mts';
import {
	inARow,
	MARK_READ_TYPE,
	webhookNode,
	type StoredCredential,
	type Workflow,
	type WorkflowNode,
} from '../workflows/workflow.mts';
import type { ResponseMode } from './load.mts';

/** The field of the posted body whose entries become items, where a test has several. */
export const ITEMS_FIELD = 'items';

export const MARK_READ = 'Mark as read';

export interface Trial {
	readonly name: string;
	/** Last part of the webhook's address. */
	readonly path: string;
	readonly provider: ProviderId;
	readonly credential: StoredCredential;
	/** The node's parameters, as saved. */
	readonly parameters: Readonly<Record<string, unknown>>;
}

/** Webhook → WhatsApp Mark Read: the posted body is the one item. It answers with the output. */
export function bodyWorkflow(trial: Trial): Workflow {
	const nodes = [webhookNode(trial.path, 'allEntries'), markReadNode(trial)];
	return workflow(trial, nodes, inARow(nodes));
}

/** Webhook → WhatsApp Mark Read; it answers without data, now or when the node has finished. */
export function loadWorkflow(trial: Trial, responseMode: ResponseMode): Workflow {
	const webhook = webhookNode(trial.path, 'noData');
	const parameters = { ...webhook.parameters, responseMode };
	const nodes = [{ ...webhook, parameters }, markReadNode(trial)];
	return workflow(trial, nodes, inARow(nodes));
}

/** Webhook → Split Out → WhatsApp Mark Read: the entries of the posted list are the items. */
export function itemsWorkflow(trial: Trial): Workflow {
	const nodes = [webhookNode(trial.path, 'allEntries'), splitOutNode(), markReadNode(trial)];
	return workflow(trial, nodes, inARow(nodes));
}

/**
 * The same with *On Error* set to *Continue (using error output)*. Each output writes into its items
 * which one it is, as `output`, and both come back together.
 */
export function errorOutputWorkflow(trial: Trial): Workflow {
	const markRead: WorkflowNode = { ...markReadNode(trial), onError: 'continueErrorOutput' };
	const [first, second] = [outputMark('first', -120), outputMark('second', 120)];
	const merge: WorkflowNode = {
		id: randomUUID(),
		name: 'Both outputs',
		type: 'n8n-nodes-base.merge',
		typeVersion: 3.2,
		position: [1040, 0],
		parameters: { mode: 'append', numberInputs: 2 },
	};
	const before = [webhookNode(trial.path, 'allEntries'), splitOutNode(), markRead];
	return workflow(trial, [...before, first, second, merge], {
		...inARow(before),
		[MARK_READ]: { main: [[target(first, 0)], [target(second, 0)]] },
		[first.name]: { main: [[target(merge, 0)]] },
		[second.name]: { main: [[target(merge, 1)]] },
	});
}

function workflow(
	{ name }: Trial,
	nodes: readonly WorkflowNode[],
	connections: Workflow['connections'],
): Workflow {
	return { name, nodes, connections, settings: { executionOrder: 'v1' } };
}

function markReadNode({ provider, credential, parameters }: Trial): WorkflowNode {
	return {
		id: randomUUID(),
		name: MARK_READ,
		type: MARK_READ_TYPE,
		typeVersion: 1,
		position: [520, 0],
		parameters,
		credentials: { [providerOf(provider).credentialType]: credential },
	};
}

function splitOutNode(): WorkflowNode {
	return {
		id: randomUUID(),
		name: 'Split Out',
		type: 'n8n-nodes-base.splitOut',
		typeVersion: 1,
		position: [260, 0],
		parameters: { fieldToSplitOut: `body.${ITEMS_FIELD}`, options: {} },
	};
}

function outputMark(output: 'first' | 'second', y: number): WorkflowNode {
	const assignments = [{ id: randomUUID(), name: 'output', value: output, type: 'string' }];
	return {
		id: randomUUID(),
		name: `On the ${output} output`,
		type: 'n8n-nodes-base.set',
		typeVersion: 3.4,
		position: [780, y],
		parameters: { assignments: { assignments }, includeOtherFields: true, options: {} },
	};
}

function target({ name }: WorkflowNode, index: number) {
	return { node: name, type: 'main', index };
}
