import { LoadOptionsContext } from 'n8n-core';
import type { ILoadOptionsFunctions, INode, INodeParameters, INodeTypes } from 'n8n-workflow';
import { Workflow } from 'n8n-workflow';

import { WhatsAppMarkRead } from '../../nodes/WhatsAppMarkRead/WhatsAppMarkRead.node';
import type { TestCredential } from './credentials';
import { createAdditionalData } from './runNode';

/** The context in which n8n's editor asks the node for the entries of a dropdown. */
export function loadOptionsContext(
	parameters: INodeParameters,
	{ type, data }: TestCredential,
): ILoadOptionsFunctions {
	const nodeType = new WhatsAppMarkRead();
	const nodeTypes: INodeTypes = {
		getByName: () => nodeType,
		getByNameAndVersion: () => nodeType,
		getKnownTypes: () => ({}),
	};
	const node: INode = {
		id: 'subject',
		name: 'Subject',
		type: 'test.subject',
		typeVersion: 1,
		position: [0, 0],
		parameters,
		credentials: { [type.name]: { id: type.name, name: type.name } },
	};
	const workflow = new Workflow({ nodes: [node], connections: {}, active: false, nodeTypes });
	const additionalData = {
		...createAdditionalData({ [type.name]: { type, data } }),
		currentNodeParameters: parameters,
	};
	return new LoadOptionsContext(workflow, node, additionalData, 'parameters.phoneNumberId');
}
