import { PROVIDER_IDS, providerOf } from '../../../../scripts/providers.js';
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
	it.each(PROVIDER_IDS)(
		'has the credential of %s in our node, also as a tool, and in HTTP Request',
		async (provider) => {
			const nodeCredentialType = providerOf(provider).credentialType;
			const nodes = [
				node('n8n-nodes-whatsapp-mark-read.whatsAppMarkRead', { provider }),
				node('n8n-nodes-whatsapp-mark-read.whatsAppMarkReadTool', { provider }),
				node('n8n-nodes-base.httpRequest', { nodeCredentialType }),
			];

			for (const given of nodes) {
				expect(await credentialsOf(given)).toEqual({
					[nodeCredentialType]: { id: `id-${provider}`, name: `${provider} (sandbox)` },
				});
			}
		},
	);

	it('has none in a node that needs none', async () => {
		const credentials = await credentialsOf(node('n8n-nodes-base.webhook', { path: 'in' }));

		expect(credentials).toBeUndefined();
	});
});
