import { PROVIDER_IDS, type ProviderId } from '../../../../tools/providers.js';
import { underTest } from '../../providers/index.mts';
import { expectReceipt, post, type Item } from './answer.mts';
import type { Lab, MatrixCase } from './case.mts';
import type { Checks } from './checks.mts';
import type { Incoming } from './messages.mts';
import { ITEMS_FIELD, itemsWorkflow } from './workflows.mts';

interface LatestOnly {
	readonly provider: ProviderId;
	readonly name: string;
	readonly options: Readonly<Record<string, unknown>>;
	/** How many of the three messages of one chat get a call of their own. */
	readonly calls: 1 | 3;
	/** Whether the call marks the earlier messages of the chat as well. */
	readonly marksEarlier: boolean;
}

const ON = [
	{ name: 'on unless switched off', options: {}, calls: 1 },
	{ name: 'switched off', options: { latestOnly: false }, calls: 3 },
] as const;

const OFF = [
	{ name: 'off unless switched on', options: {}, calls: 3 },
	{ name: 'switched on', options: { latestOnly: true }, calls: 1 },
] as const;

const TRIALS: readonly LatestOnly[] = PROVIDER_IDS.flatMap((provider) => {
	const { latestOnly } = underTest(provider);
	if (latestOnly === null) return [];
	const { isDefault, marksEarlier } = latestOnly;
	return (isDefault ? ON : OFF).map((trial) => ({ provider, marksEarlier, ...trial }));
});

/** *Only the Latest Message*: three messages of one chat come in at once. */
export const LATEST_ONLY_CASES: readonly MatrixCase[] = TRIALS.map((trial) => ({
	provider: trial.provider,
	row: 'Only the Latest Message',
	name: trial.name,
	run: async (lab, checks) => await tryThreeMessages(lab, checks, trial),
}));

async function tryThreeMessages(lab: Lab, checks: Checks, trial: LatestOnly): Promise<void> {
	const { provider, options, calls, marksEarlier } = trial;
	const path = lab.newPath();
	await lab.n8n.publishWorkflow(
		itemsWorkflow({
			name: `${provider}: only the latest message`,
			path,
			provider,
			credential: lab.credentialOf(provider),
			parameters: { provider, source: 'webhook', options },
		}),
	);
	const { memory } = lab.sandbox;
	const chat = lab.messages.newChat(provider, 'direct');
	const three = [1, 2, 3].map(() => lab.messages.arrive({ provider, kind: 'direct', chat }));
	const callsBefore = memory.requests.length;

	const items = await post(lab, path, { [ITEMS_FIELD]: three.map(({ payload }) => payload) });

	checks.same('output items', items.length, 3);
	checks.same('calls', memory.requests.length - callsBefore, calls);
	const newest = three.at(-1)?.message.messageId;
	expectCovered(checks, items, three, calls === 1 ? newest : undefined);
	const read = three.filter(({ message }) => memory.isRead(provider, message.messageId));
	checks.same('messages read at the provider', read.length, marksEarlier ? 3 : calls);
	checks.same('the newest is read', memory.isRead(provider, newest ?? ''), true);
}

/** Each item has its own receipt; one that a newer message stood for names it. */
function expectCovered(
	checks: Checks,
	items: readonly Item[],
	three: readonly Incoming[],
	newest: string | undefined,
): void {
	three.forEach(({ message: { messageId } }, position) => {
		const item = items[position];
		expectReceipt(checks, item, { success: true, status: 'read', messageIds: [messageId] });
		const coveredBy = messageId === newest ? undefined : newest;
		checks.same('coveredBy', item?.coveredBy, coveredBy);
	});
}
