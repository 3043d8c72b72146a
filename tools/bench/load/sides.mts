import { providerOf } from '../../providers.js';
import { httpRequestNode, MEASURED_NODE } from '../workflows.mts';
import {
	inARow,
	MARK_READ_TYPE,
	webhookNode,
	type StoredCredential,
	type Workflow,
	type WorkflowNode,
} from '../../../test/e2e/workflows/workflow.mts';

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

const HTTP_REQUEST = { kind: 'storedCredential', provider: LOAD_PROVIDER } as const;

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
			...(side === 'node'
				? markReadNode()
				: httpRequestNode(HTTP_REQUEST, providerUrl, '$json.body')),
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

function markReadNode() {
	return {
		type: MARK_READ_TYPE,
		typeVersion: 1,
		parameters: { provider: LOAD_PROVIDER, operation: 'markMessage', source: 'webhook' },
	};
}
