import { withSandboxCredentials } from '../../../../e2e/ui/editor/example-credentials.mts';
import type { WorkflowNode } from '../../../../e2e/workflows/workflow.mts';

const store = {
	sandboxCredential: async (provider: string) =>
		await Promise.resolve({ id: `id-${provider}`, name: `${provider} (sandbox)` }),
};

function node(type: string, parameters: Record<string, unknown>): WorkflowNode {
	return { id: type, name: type, type, typeVersion: 1, position: [0, 0], parameters };
}

async function credentialsOf(given: WorkflowNode): Promise<WorkflowNode['credentials']> {
	const workflow = { name: 'Example', nodes: [given], connections: {}, settings: {} };
	const { nodes } = await withSandboxCredentials(workflow, store);
	return nodes[0]?.credentials;
}

describe('An example on the canvas', () => {
	it.each(['whatsAppMarkRead', 'whatsAppMarkReadTool'])('has a credential in %s', async (type) => {
		const credentials = await credentialsOf(
			node(`n8n-nodes-whatsapp-mark-read.${type}`, { provider: 'wawp' }),
		);

		expect(credentials).toEqual({
			whatsAppMarkReadWawpApi: { id: 'id-wawp', name: 'wawp (sandbox)' },
		});
	});

	it('has one in an HTTP Request node that uses the same credential', async () => {
		const credentials = await credentialsOf(
			node('n8n-nodes-base.httpRequest', { nodeCredentialType: 'whatsAppMarkReadRyzeApi' }),
		);

		expect(credentials).toEqual({
			whatsAppMarkReadRyzeApi: { id: 'id-ryze', name: 'ryze (sandbox)' },
		});
	});

	it('has none in a node that needs none', async () => {
		const credentials = await credentialsOf(node('n8n-nodes-base.webhook', { path: 'in' }));

		expect(credentials).toBeUndefined();
	});
});
