import { troublesOf } from './check.mts';
import type { ExampleNode, ExampleWorkflow } from './example.mts';

const NODE: ExampleNode = {
	id: '1',
	name: 'Go on',
	type: 'n8n-nodes-base.noOp',
	typeVersion: 1,
	position: [0, 0],
	parameters: {},
};
const WORKFLOW: ExampleWorkflow = {
	name: 'Example',
	nodes: [NODE],
	connections: {},
	settings: { executionOrder: 'v1' },
	pinData: {},
	active: false,
	tags: [],
};

function withNodes(...nodes: readonly object[]): ExampleWorkflow {
	return { ...WORKFLOW, nodes: nodes.map((node) => ({ ...NODE, ...node })) };
}

describe('an example that would trouble who imports it', () => {
	it.each<[string, ExampleWorkflow, string]>([
		['brings the id of another n8n', { ...WORKFLOW, meta: {} } as ExampleWorkflow, 'key "meta"'],
		['brings a credential', withNodes({ credentials: {} }), 'key "credentials"'],
		['uses a node nobody runs', withNodes({ type: 'n8n-nodes-base.code' }), 'unknown type'],
		['uses a version nobody runs', withNodes({ typeVersion: 9 }), 'version 9'],
		['names two nodes alike', withNodes({}, { id: '2', position: [300, 0] }), 'there twice'],
		['hides a node behind another', withNodes({}, { id: '2', name: 'Other' }), 'on each other'],
		['holds a key', withNodes({ parameters: { key: 'sk-example1234' } }), 'a secret'],
		[
			'leads nowhere',
			{
				...WORKFLOW,
				connections: { 'Go on': { main: [[{ node: 'Gone', type: 'main', index: 0 }]] } },
			},
			'"Gone", which is no node',
		],
	])('%s', (_trouble, workflow, said) => {
		expect(troublesOf(workflow).join()).toContain(said);
	});
});

describe('a good example', () => {
	it('troubles nobody', () => {
		expect(troublesOf(WORKFLOW)).toEqual([]);
	});
});
