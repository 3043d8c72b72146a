import { providerOf } from '../../scripts/providers.js';
import { markPath } from '../bench/target/provider-calls.mts';
import {
	inARow,
	MARK_READ_TYPE,
	webhookNode,
	type StoredCredential,
	type Workflow,
	type WorkflowNode,
} from '../workflows/workflow.mts';

/** Who marks the messages. */
export type Side = 'httpRequest' | 'node';

/** In the order they run. */
export const SIDES: readonly Side[] = ['httpRequest', 'node'];

export const SIDE_LABELS: Readonly<Record<Side, string>> = {
	httpRequest: 'HTTP Request, stored credential',
	node: 'WhatsApp Mark Read',
};

/** The provider all run with: the one whose calls have no limit that a minute of load would meet. */
export const LOAD_PROVIDER = 'cloudApi';

/** The name of the node that is measured. */
export const MEASURED_NODE = 'Mark as read';

/** Last part of the address of the side's webhook. */
export function sidePath(side: Side): string {
	return `load-${side}`;
}

/**
 * A side's workflow: Webhook → the node that is measured, each as it comes. The webhook is answered at once, so each
 * message is an execution of its own.
 * @param providerUrl the sandbox, without a trailing slash
 */
export function loadWorkflow(
	side: Side,
	credential: StoredCredential,
	providerUrl: string,
): Workflow {
	const path = sidePath(side);
	const webhook = webhookNode(path, 'noData');
	const nodes: readonly WorkflowNode[] = [
		{ ...webhook, parameters: { httpMethod: 'POST', path, options: {} } },
		{
			id: `${path}-measured`,
			name: MEASURED_NODE,
			position: [220, 0],
			...(side === 'node' ? markReadNode() : httpRequestNode(providerUrl)),
			credentials: { [providerOf(LOAD_PROVIDER).credentialType]: credential },
		},
	];
	return {
		name: `Load: ${SIDE_LABELS[side]}`,
		nodes,
		connections: inARow(nodes),
		settings: { executionOrder: 'v1' },
	};
}

type MeasuredNode = Pick<WorkflowNode, 'type' | 'typeVersion' | 'parameters'>;

function markReadNode(): MeasuredNode {
	return {
		type: MARK_READ_TYPE,
		typeVersion: 1,
		parameters: { provider: LOAD_PROVIDER, operation: 'markMessage', source: 'webhook' },
	};
}

function httpRequestNode(providerUrl: string): MeasuredNode {
	return {
		type: 'n8n-nodes-base.httpRequest',
		typeVersion: 4.5,
		parameters: {
			method: 'POST',
			url: `${providerUrl}${markPath(LOAD_PROVIDER)}`,
			authentication: 'predefinedCredentialType',
			nodeCredentialType: providerOf(LOAD_PROVIDER).credentialType,
			sendBody: true,
			specifyBody: 'keypair',
			bodyParameters: {
				parameters: [
					{ name: 'messaging_product', value: 'whatsapp' },
					{ name: 'status', value: 'read' },
					{
						name: 'message_id',
						value: '={{ $json.body.entry[0].changes[0].value.messages[0].id }}',
					},
				],
			},
			options: {},
		},
	};
}
