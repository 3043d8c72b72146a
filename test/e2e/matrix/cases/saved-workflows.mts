import { PROVIDER_IDS } from '../../../../tools/providers.js';
import type { ProviderId } from '../../../../tools/sandbox/index.mts';
import { expectReceipt, post } from './answer.mts';
import type { Lab, MatrixCase } from './case.mts';
import type { Checks } from './checks.mts';
import { bodyWorkflow, MARK_READ } from './workflows.mts';

interface Saved {
	readonly name: string;
	/** The parameters in the saved workflow. */
	readonly parameters: (provider: ProviderId) => Readonly<Record<string, unknown>>;
}

/** n8n saves only what differs from the defaults; Cloud API is the default provider. */
const minimal: Saved['parameters'] = (provider) => (provider === 'cloudApi' ? {} : { provider });

const SAVED: readonly Saved[] = [
	{ name: 'with the fewest parameters', parameters: minimal },
	{
		name: 'with a parameter and an option that no longer exist',
		parameters: (provider) => ({
			...minimal(provider),
			formerParameter: 'gone',
			options: { formerOption: true },
		}),
	},
];

/**
 * Workflows saved with version 1 of the node: this n8n and this package take them as they are, leave
 * the stored version and parameters alone, and the node means the same as when they were saved.
 */
export const SAVED_WORKFLOW_CASES: readonly MatrixCase[] = PROVIDER_IDS.flatMap((provider) =>
	SAVED.map((saved) => ({
		provider,
		row: 'Saved workflow, version 1',
		name: saved.name,
		run: async (lab: Lab, checks: Checks) => await trySaved(lab, checks, provider, saved),
	})),
);

interface StoredWorkflow {
	readonly nodes: ReadonlyArray<{
		readonly name: string;
		readonly typeVersion: number;
		readonly parameters: object;
	}>;
}

async function trySaved(
	lab: Lab,
	checks: Checks,
	provider: ProviderId,
	saved: Saved,
): Promise<void> {
	const path = lab.newPath();
	const parameters = saved.parameters(provider);
	const id = await lab.n8n.publishWorkflow(
		bodyWorkflow({
			name: `${provider}: saved ${saved.name}`,
			path,
			provider,
			credential: lab.credentialOf(provider),
			parameters,
		}),
	);
	const { message, payload } = lab.messages.arrive({ provider, kind: 'direct' });

	const items = await post(lab, path, payload);

	expectReceipt(checks, items[0], {
		success: true,
		status: 'read',
		provider,
		operation: 'markMessage',
		messageIds: [message.messageId],
		typingIndicator: false,
	});
	const isRead = lab.sandbox.memory.isRead(provider, message.messageId);
	checks.same('the message is read at the provider', isRead, true);
	const stored = (await lab.n8n.read(`workflows/${id}`)) as StoredWorkflow;
	const node = stored.nodes.find(({ name }) => name === MARK_READ);
	checks.same('the stored version of the node', node?.typeVersion, 1);
	checks.same('the stored parameters', node?.parameters, parameters);
}
