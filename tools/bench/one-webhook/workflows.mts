import { providerOf } from '../../providers.js';
import {
	inARow,
	MARK_READ_TYPE,
	webhookNode,
	type StoredCredential,
	type Workflow,
	type WorkflowNode,
} from '../../../test/e2e/workflows/workflow.mts';

/** Whether the output repeats the input: *Include Input Fields*. */
export type InputFields = 'leftOut' | 'included';

export const INPUT_FIELDS: readonly InputFields[] = ['leftOut', 'included'];

/** Last part of the address of the webhook that takes many chats at once. */
export function oneWebhookPath(inputFields: InputFields): string {
	return `bench-one-webhook-${inputFields}`;
}

/** Last part of the address of the webhook that is asked meanwhile. */
export const BYSTANDER_PATH = 'bench-bystander';

/** Webhook → WhatsApp Mark Read, both as they come but for *Include Input Fields*. */
export function oneWebhookWorkflow(
	inputFields: InputFields,
	credential: StoredCredential,
): Workflow {
	const path = oneWebhookPath(inputFields);
	const nodes: readonly WorkflowNode[] = [
		webhookNode(path, 'noData'),
		{
			id: `${path}-mark-read`,
			name: 'Mark as read',
			type: MARK_READ_TYPE,
			typeVersion: 1,
			position: [220, 0],
			parameters: {
				provider: 'cloudApi',
				operation: 'markMessage',
				source: 'webhook',
				options: { includeInput: inputFields === 'included' },
			},
			credentials: { [providerOf('cloudApi').credentialType]: credential },
		},
	];
	return workflowOf(`Benchmark: one webhook, input fields ${inputFields}`, nodes, {});
}

/** A webhook that is answered at once and does nothing. */
export function bystanderWorkflow(): Workflow {
	const webhook = webhookNode(BYSTANDER_PATH, 'noData');
	const parameters = { httpMethod: 'POST', path: BYSTANDER_PATH, options: {} };
	return workflowOf('Benchmark: a bystander', [{ ...webhook, parameters }], {
		saveDataSuccessExecution: 'none',
	});
}

function workflowOf(name: string, nodes: Workflow['nodes'], settings: object): Workflow {
	return {
		name,
		nodes,
		connections: inARow(nodes),
		settings: { executionOrder: 'v1', ...settings },
	};
}
