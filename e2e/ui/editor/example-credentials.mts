import type { ProviderId } from '../../../sandbox/index.mts';
import { CREDENTIAL_TYPES, PROVIDERS } from '../../workflows/providers.mts';
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
			const provider = providerOf(node);
			if (!provider) return node;
			const credential = await store.sandboxCredential(provider);
			return { ...node, credentials: { [CREDENTIAL_TYPES[provider]]: credential } };
		}),
	);
	return { ...workflow, nodes };
}

function providerOf({ type, parameters }: WorkflowNode): ProviderId | undefined {
	const isOurs = type === MARK_READ_TYPE || type === `${MARK_READ_TYPE}Tool`;
	return PROVIDERS.find((provider) =>
		isOurs
			? (parameters['provider'] ?? 'cloudApi') === provider
			: parameters['nodeCredentialType'] === CREDENTIAL_TYPES[provider],
	);
}
