import { PROVIDER_IDS } from '../../../../tools/providers.js';
import { underTest } from '../../providers/index.mts';
import type { ProviderId } from '../../../../tools/sandbox/index.mts';
import { expectReceipt, post } from './answer.mts';
import type { Lab, MatrixCase } from './case.mts';
import type { Checks } from './checks.mts';
import { fieldParameters, postedFields, type Refused } from './fields.mts';
import { errorOutputWorkflow, ITEMS_FIELD, type Trial } from './workflows.mts';

/** *On Error* set to *Continue (using error output)*: a good item and a bad one in one run. */
export const ERROR_OUTPUT_CASES: readonly MatrixCase[] = PROVIDER_IDS.flatMap((provider) => [
	{
		provider,
		row: 'Error output',
		name: 'a refused event beside a good one, from the webhook',
		run: async (lab: Lab, checks: Checks) => {
			const good = lab.messages.arrive({ provider, kind: 'direct' });
			const parameters = { provider, operation: 'markMessage', source: 'webhook' };
			const item = underTest(provider).refusal.event(lab.messages);
			const refused: Refused = { item, refusedBy: 'provider' };
			await tryBoth(lab, checks, { provider, parameters, good, item: good.payload, refused });
		},
	},
	{
		provider,
		row: 'Error output',
		name: 'a refused id beside a good one, from fields',
		run: async (lab: Lab, checks: Checks) => {
			const good = lab.messages.arrive({ provider, kind: 'direct' });
			const parameters = {
				provider,
				operation: 'markMessage',
				source: 'fields',
				...fieldParameters(provider, '$json', 'group'),
			};
			const posted = postedFields(lab.messages.arrive({ provider, kind: 'direct' }));
			const refused = underTest(provider).refusal.fields(lab.messages, posted);
			await tryBoth(lab, checks, { provider, parameters, good, item: postedFields(good), refused });
		},
	},
]);

interface BothItems {
	readonly provider: ProviderId;
	readonly parameters: Trial['parameters'];
	readonly good: ReturnType<Lab['messages']['arrive']>;
	/** The good message as the node's input. */
	readonly item: object;
	readonly refused: Refused;
}

async function tryBoth(lab: Lab, checks: Checks, both: BothItems): Promise<void> {
	const { provider, parameters, good, refused } = both;
	const { memory } = lab.sandbox;
	const path = lab.newPath();
	await lab.n8n.publishWorkflow(
		errorOutputWorkflow({
			name: `${provider}: error output`,
			path,
			provider,
			credential: lab.credentialOf(provider),
			parameters,
		}),
	);
	const callsBefore = memory.requests.length;

	const items = await post(lab, path, { [ITEMS_FIELD]: [refused.item, both.item] });

	checks.same('outputs the two items came out at', items.map(({ output }) => output).sort(), [
		'first',
		'second',
	]);
	const first = items.find(({ output }) => output === 'first');
	const second = items.find(({ output }) => output === 'second');
	const { messageId } = good.message;
	expectReceipt(checks, first, { success: true, status: 'read', messageIds: [messageId] });
	for (const key of ['error', 'message']) {
		const words = second?.[key];
		checks.holds(`"${key}" says something`, typeof words === 'string' && words !== '', words);
	}
	const calls = memory.requests.length - callsBefore;
	const refusals = refused.refusedBy === 'provider' ? underTest(provider).refusal.calls : 0;
	checks.same('calls', calls, 1 + refusals);
	const isRead = memory.isRead(provider, messageId);
	checks.same('the good message is read at the provider', isRead, true);
}
