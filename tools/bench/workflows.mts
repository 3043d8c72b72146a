import { underTest } from '../../test/e2e/providers/index.mts';
import {
	inARow,
	MARK_READ_TYPE,
	webhookNode,
	type StoredCredential,
	type Workflow,
	type WorkflowNode,
} from '../../test/e2e/workflows/workflow.mts';
import { providerOf, type ProviderId } from '../providers.js';
import { standInOf } from '../sandbox/providers/index.mts';
import { sideLabel, sidePath, type Side } from './sides.mts';

/** The name of the node that is measured. */
export const MEASURED_NODE = 'Mark as read';

/** The field of the posted body that holds the input items of a burst. */
export const ITEMS_FIELD = 'items';

/** Last part of the address of the webhook that is asked while another one keeps n8n busy. */
export const BYSTANDER_PATH = 'bench-bystander';

type MeasuredNode = Pick<WorkflowNode, 'type' | 'typeVersion' | 'parameters'>;

/**
 * Webhook → Split Out → the node that is measured. The Webhook node takes all input items in one body; Split Out makes
 * them n8n items inside n8n's own process, without a task runner that would work at the same time.
 * @param targetUrl the providers' side, without a trailing slash
 */
export function burstWorkflow(
	side: Side,
	credential: StoredCredential,
	targetUrl: string,
): Workflow {
	const path = sidePath(side);
	const splitOut: WorkflowNode = {
		id: `${path}-split-out`,
		name: 'Split Out',
		type: 'n8n-nodes-base.splitOut',
		typeVersion: 1,
		position: [220, 0],
		parameters: { fieldToSplitOut: `body.${ITEMS_FIELD}`, options: {} },
	};
	const node = side.kind === 'node' || side.kind === 'nodeWithFields' ? markRead : httpRequest;
	const measured = measuredNode(path, side, credential, node(side, targetUrl));
	return workflowOf(`Benchmark: ${side.provider}, ${sideLabel(side)}`, [
		webhookNode(path, 'noData'),
		splitOut,
		// What is refused is counted, not the end of the run.
		{ ...measured, position: [440, 0], onError: 'continueRegularOutput' },
	]);
}

/**
 * Webhook → the node that is measured, as it comes but for its options.
 * @param answer `atOnce`: each message is an execution of its own that nobody waits for
 * @param providerUrl where the HTTP Request node posts to, without a trailing slash
 */
export function directWorkflow(
	path: string,
	side: Side,
	credential: StoredCredential,
	providerUrl: string,
	{ answer, options = {} }: { readonly answer: 'atOnce' | 'atEnd'; readonly options?: object },
): Workflow {
	const node =
		side.kind === 'node'
			? plainMarkRead(side.provider, { options })
			: httpRequest(side, providerUrl, '$json.body');
	return workflowOf(`Benchmark: ${path}`, [
		answer === 'atOnce' ? answeringAtOnce(path) : webhookNode(path, 'noData'),
		measuredNode(path, side, credential, node),
	]);
}

/** A webhook that is answered at once and does nothing. */
export function bystanderWorkflow(): Workflow {
	return workflowOf('Benchmark: a bystander', [answeringAtOnce(BYSTANDER_PATH)], {
		saveDataSuccessExecution: 'none',
	});
}

function measuredNode(
	path: string,
	{ kind, provider }: Side,
	credential: StoredCredential,
	node: MeasuredNode,
): WorkflowNode {
	const credentials =
		kind === 'bareToken' ? {} : { [providerOf(provider).credentialType]: credential };
	return { id: `${path}-measured`, name: MEASURED_NODE, position: [220, 0], ...node, credentials };
}

function answeringAtOnce(path: string): WorkflowNode {
	return { ...webhookNode(path, 'noData'), parameters: { httpMethod: 'POST', path, options: {} } };
}

function plainMarkRead(provider: ProviderId, parameters: object): MeasuredNode {
	return {
		type: MARK_READ_TYPE,
		typeVersion: 1,
		parameters: { provider, operation: 'markMessage', source: 'webhook', ...parameters },
	};
}

function markRead({ kind, provider, concurrency }: Side): MeasuredNode {
	const fields =
		kind === 'nodeWithFields' ? { source: 'fields', ...expressionsOf(provider).fields } : {};
	return plainMarkRead(provider, { ...fields, options: { maxConcurrency: concurrency } });
}

/** n8n's HTTP Request node with the same request. @param item where the payload stands, in an expression */
function httpRequest({ kind, provider }: Side, url: string, item = '$json'): MeasuredNode {
	const { basePath, receipt } = standInOf(provider);
	const { path, headers } = receipt('');
	const body = Object.entries(expressionsOf(provider).body).map(
		([name, value]) => [name, value.replace('$json', () => item)] as const,
	);
	const authentication =
		kind === 'storedCredential'
			? {
					authentication: 'predefinedCredentialType',
					nodeCredentialType: providerOf(provider).credentialType,
				}
			: {
					authentication: 'none',
					sendHeaders: true,
					headerParameters: { parameters: namedValues(Object.entries(headers)) },
				};
	return {
		type: 'n8n-nodes-base.httpRequest',
		typeVersion: 4.5,
		parameters: {
			method: 'POST',
			url: `${url}${basePath}${path}`,
			...authentication,
			sendBody: true,
			specifyBody: 'keypair',
			bodyParameters: { parameters: namedValues(body) },
			options: {},
		},
	};
}

function expressionsOf(provider: ProviderId) {
	const { byExpressions } = underTest(provider);
	if (byExpressions === undefined)
		throw new Error(`${provider} has no expressions to compare with`);
	return byExpressions;
}

function namedValues(values: ReadonlyArray<readonly [string, string]>) {
	return values.map(([name, value]) => ({ name, value }));
}

function workflowOf(name: string, nodes: readonly WorkflowNode[], settings: object = {}): Workflow {
	return {
		name,
		nodes,
		connections: inARow(nodes),
		settings: { executionOrder: 'v1', ...settings },
	};
}
