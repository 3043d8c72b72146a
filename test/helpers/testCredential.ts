/**
 * Runs the declarative `test` of a credential class the way n8n's "Test connection" button does
 * (packages/cli services/credentials-tester.service): a throw-away declarative node whose only
 * property carries the test request, executed by n8n-core's RoutingNode.
 */
import { ExecuteContext, RoutingNode } from 'n8n-core';
import type {
	ICredentialDataDecryptedObject,
	ICredentialType,
	INode,
	INodeType,
	INodeTypes,
	IWorkflowExecuteAdditionalData,
} from 'n8n-workflow';
import { createRunExecutionData, NodeConnectionTypes, Workflow } from 'n8n-workflow';

import { createAdditionalData } from './runNode';

export type CredentialTestResult = { status: 'OK' | 'Error'; message: string };

/** n8n asks once more after a 401, in case that the credential type can renew its token. */
export function timesAsked(status: number): number {
	return status === 401 ? 2 : 1;
}

export async function testCredential(
	type: ICredentialType,
	data: ICredentialDataDecryptedObject,
): Promise<CredentialTestResult> {
	if (!type.test) throw new Error(`${type.name} has no declarative test`);

	const nodeType: INodeType = {
		description: {
			displayName: 'Temp',
			name: 'noOp',
			group: ['organization'],
			version: 1,
			description: '',
			defaults: {},
			inputs: [NodeConnectionTypes.Main],
			outputs: [NodeConnectionTypes.Main],
			credentials: [{ name: type.name, required: true }],
			properties: [
				{
					displayName: 'Temp',
					name: 'temp',
					type: 'string',
					routing: { request: type.test.request },
					default: '',
				},
			],
		},
	};
	const nodeTypes: INodeTypes = {
		getByName: () => nodeType,
		getByNameAndVersion: () => nodeType,
		getKnownTypes: () => ({}),
	};
	const node: INode = {
		id: 'temp',
		name: 'Temp-Node',
		type: 'noOp',
		typeVersion: 1,
		position: [0, 0],
		parameters: {},
		credentials: { [type.name]: { id: '1', name: type.name } },
	};
	const workflow = new Workflow({ nodes: [node], connections: {}, active: false, nodeTypes });
	const additionalData = {
		...createAdditionalData({ [type.name]: { type, data } }),
		currentNodeParameters: node.parameters,
	} as IWorkflowExecuteAdditionalData;

	const context = new ExecuteContext(
		workflow,
		node,
		additionalData,
		'internal',
		createRunExecutionData(),
		0,
		[],
		{ main: [[{ json: {} }]] },
		{ node, data: {}, source: null },
		[],
	);
	const credentialsDecrypted = { id: '1', name: type.name, type: type.name, data };

	try {
		const response = await new RoutingNode(context, nodeType, credentialsDecrypted).runNode();
		for (const rule of type.test.rules ?? []) {
			if (rule.type !== 'responseSuccessBody') continue;
			const body = response?.[0]?.[0]?.json as Record<string, unknown> | undefined;
			const { key, value, message } = rule.properties as {
				key: string;
				value: unknown;
				message: string;
			};
			// `key` may be a path such as 'error.type'.
			const actual = key
				.split('.')
				.reduce<unknown>(
					(node, part) => (node as Record<string, unknown> | undefined)?.[part],
					body,
				);
			if (actual === value) return { status: 'Error', message };
		}
		return { status: 'OK', message: 'Connection successful!' };
	} catch (error) {
		const response = (error as { cause?: { response?: { status: number; statusText: string } } })
			.cause?.response;
		if (response) {
			for (const rule of type.test.rules ?? []) {
				if (rule.type === 'responseCode' && rule.properties.value === response.status) {
					return {
						status: 'Error',
						message: String((rule.properties as unknown as { message: string }).message),
					};
				}
			}
			return {
				status: 'Error',
				message: response.statusText || `Received HTTP status code: ${response.status}`,
			};
		}
		return { status: 'Error', message: (error as Error).message };
	}
}
