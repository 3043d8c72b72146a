import { providerOf } from '../../../../tools/providers.js';
import { PROVIDER_IDS } from '../../../../tools/providers.js';
import type { ProviderId } from '../../../../tools/sandbox/index.mts';
import { MARK_READ_TYPE, type Workflow, type WorkflowNode } from '../../workflows/workflow.mts';
import type { EditorStore } from './store.mts';

/**
 * An example as it looks after its first step, choosing the credential in the nodes that need one
 * of ours: WhatsApp Mark Read itself, as a tool too, and HTTP Request nodes that use the same one.
 */
export async function withSandboxCredentials(
	workflow: Workflow,
	store: Pick<EditorStore, 'sandboxCredential'>,
): Promise<Workflow> {
	const nodes = await Promise.all(
		workflow.nodes.map(async (node) => {
			const provider = providerOfNode(node);
			if (!provider) return node;
			const credential = await store.sandboxCredential(provider);
			return { ...node, credentials: { [providerOf(provider).credentialType]: credential } };
		}),
	);
	return { ...workflow, nodes };
}

function providerOfNode({ type, parameters }: WorkflowNode): ProviderId | undefined {
	const isOurs = type === MARK_READ_TYPE || type === `${MARK_READ_TYPE}Tool`;
	return PROVIDER_IDS.find((provider) =>
		isOurs
			? (parameters['provider'] ?? 'cloudApi') === provider
			: parameters['nodeCredentialType'] === providerOf(provider).credentialType,
	);
}
