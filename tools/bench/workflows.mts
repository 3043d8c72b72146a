import { standInOf } from '../sandbox/providers/index.mts';
import { underTest } from '../../test/e2e/providers/index.mts';
import { providerOf, type ProviderId } from '../providers.js';
import {
	inARow,
	MARK_READ_TYPE,
	webhookNode,
	type StoredCredential,
	type Workflow,
	type WorkflowNode,
} from '../../test/e2e/workflows/workflow.mts';
import { sideLabel, sidePath, type Side } from './sides.mts';
import { markPath } from './target/provider-calls.mts';

/** The name of the node that is measured. */
export const MEASURED_NODE = 'Mark as read';

/** The field of the posted body that holds the input items. */
export const ITEMS_FIELD = 'items';

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
				side.kind === 'bareToken' ? {} : { [providerOf(side.provider).credentialType]: credential },
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
			return markReadNode(side, { source: 'fields', ...expressionsOf(side.provider).fields });
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

/**
 * n8n's HTTP Request node with the same request.
 * @param item where the webhook's payload stands, in an expression
 */
export function httpRequestNode(
	{ kind, provider }: Pick<Side, 'kind' | 'provider'>,
	targetUrl: string,
	item = '$json',
): MeasuredNode {
	const parameters = namedValues(expressionsOf(provider).body).map(({ name, value }) => ({
		name,
		value: value.replace('$json', () => item),
	}));
	const authentication =
		kind === 'storedCredential'
			? {
					authentication: 'predefinedCredentialType',
					nodeCredentialType: providerOf(provider).credentialType,
				}
			: {
					authentication: 'none',
					sendHeaders: true,
					headerParameters: {
						parameters: namedValues(standInOf(provider).receipt('').headers),
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
			bodyParameters: { parameters },
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

function namedValues(values: Readonly<Record<string, string>>) {
	return Object.entries(values).map(([name, value]) => ({ name, value }));
}
