import type { INode, INodeType, INodeTypes } from 'n8n-workflow';
import { Workflow } from 'n8n-workflow';

/** The node under test as a workflow holds it. */
export function subjectNode(settings: Partial<INode> = {}): INode {
	return {
		id: 'subject',
		name: 'Subject',
		type: 'test.subject',
		typeVersion: 1,
		position: [0, 0],
		parameters: {},
		...settings,
	};
}

/** A workflow of this node alone. */
export function workflowOf(nodeType: INodeType, node: INode): Workflow {
	const nodeTypes: INodeTypes = {
		getByName: () => nodeType,
		getByNameAndVersion: () => nodeType,
		getKnownTypes: () => ({}),
	};
	return new Workflow({ nodes: [node], connections: {}, active: false, nodeTypes });
}
