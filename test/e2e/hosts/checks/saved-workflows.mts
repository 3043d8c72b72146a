import { PROVIDER_IDS } from '../../../../tools/providers.js';
import { expect, expectReceipt, test } from '../test.mts';
import { bodyWorkflow, MARK_READ } from '../workflows.mts';

const SAVED = [
	{ name: 'with the fewest parameters', extra: {} },
	{
		name: 'with a parameter and an option that no longer exist',
		extra: { formerParameter: 'gone', options: { formerOption: true } },
	},
];

interface StoredWorkflow {
	readonly nodes: ReadonlyArray<{
		readonly name: string;
		readonly typeVersion: number;
		readonly parameters: object;
	}>;
}

// This n8n and this package take saved workflows as they are, leave the stored version and parameters
// alone, and the node means the same as when they were saved.
for (const provider of PROVIDER_IDS) {
	// n8n saves only what differs from the defaults; Cloud API is the default provider.
	const minimal = provider === 'cloudApi' ? {} : { provider };
	for (const { name, extra } of SAVED) {
		test(`${provider} · Saved workflow, version 1 · ${name}`, async ({
			run,
			running,
			messages,
			sandbox,
		}) => {
			const { message, payload } = messages.arrive({ provider, kind: 'direct' });
			const parameters = { ...minimal, ...extra };

			const { items, workflowId } = await run(bodyWorkflow, {
				provider,
				parameters,
				body: payload,
			});

			expectReceipt(items[0], {
				success: true,
				status: 'read',
				provider,
				operation: 'markMessage',
				messageIds: [message.messageId],
				typingIndicator: false,
			});
			expect(sandbox.memory.isRead(provider, message.messageId)).toBe(true);
			const stored = (await running.api.read(`workflows/${workflowId}`)) as StoredWorkflow;
			const node = stored.nodes.find((candidate) => candidate.name === MARK_READ);
			expect(node?.typeVersion).toBe(1);
			expect(node?.parameters).toEqual(parameters);
		});
	}
}
