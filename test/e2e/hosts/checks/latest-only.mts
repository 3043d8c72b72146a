import { PROVIDER_IDS } from '../../../../tools/providers.js';
import { underTest } from '../../providers/index.mts';
import { expect, expectReceipt, test } from '../test.mts';
import { ITEMS_FIELD, itemsWorkflow } from '../workflows.mts';

/** Where it is on by default, and where it is not: how many of three messages get a call of their own. */
const ON = [
	{ name: 'on unless switched off', options: {}, wantedCalls: 1 },
	{ name: 'switched off', options: { latestOnly: false }, wantedCalls: 3 },
] as const;
const OFF = [
	{ name: 'off unless switched on', options: {}, wantedCalls: 3 },
	{ name: 'switched on', options: { latestOnly: true }, wantedCalls: 1 },
] as const;

const TRIALS = PROVIDER_IDS.flatMap((provider) => {
	const { latestOnly } = underTest(provider);
	if (latestOnly === null) return [];
	const { isDefault, marksEarlier } = latestOnly;
	return (isDefault ? ON : OFF).map((trial) => ({ provider, marksEarlier, ...trial }));
});

for (const { provider, marksEarlier, name, options, wantedCalls } of TRIALS) {
	test(`${provider} · Only the Latest Message · ${name}`, async ({
		run,
		messages,
		sandbox: { memory },
	}) => {
		const chat = messages.newChat(provider, 'direct');
		const three = [1, 2, 3].map(() => messages.arrive({ provider, kind: 'direct', chat }));

		const { items, calls } = await run(itemsWorkflow, {
			provider,
			parameters: { provider, source: 'webhook', options },
			body: { [ITEMS_FIELD]: three.map(({ payload }) => payload) },
		});

		expect(items).toHaveLength(3);
		expect(calls).toBe(wantedCalls);
		const ids = three.map(({ message }) => message.messageId);
		const newest = ids.at(-1) ?? '';
		ids.forEach((messageId, position) => {
			const item = items[position];
			expectReceipt(item, { success: true, status: 'read', messageIds: [messageId] });
			const isCovered = wantedCalls === 1 && messageId !== newest;
			expect(item?.coveredBy).toBe(isCovered ? newest : undefined);
		});
		const read = ids.filter((messageId) => memory.isRead(provider, messageId));
		expect(read).toHaveLength(marksEarlier ? 3 : wantedCalls);
		expect(read).toContain(newest);
	});
}
