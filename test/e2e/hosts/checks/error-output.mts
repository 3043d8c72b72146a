import { PROVIDER_IDS } from '../../../../tools/providers.js';
import { underTest } from '../../providers/index.mts';
import { fieldParameters, postedFields, type Refused } from '../messages.mts';
import { expect, expectReceipt, test, type Answer } from '../test.mts';
import { errorOutputWorkflow, ITEMS_FIELD } from '../workflows.mts';

for (const provider of PROVIDER_IDS) {
	const { refusal } = underTest(provider);

	/** The good item came out at the first output, the refused one at the second. */
	const expectBoth = (
		{ items, calls }: Answer,
		goodId: string,
		refusedBy: Refused['refusedBy'],
	): void => {
		expect(items.map(({ output }) => output).sort()).toEqual(['first', 'second']);
		const good = items.find(({ output }) => output === 'first');
		expectReceipt(good, { success: true, status: 'read', messageIds: [goodId] });
		const words = expect.stringMatching(/./);
		const bad = items.find(({ output }) => output === 'second');
		expect(bad).toMatchObject({ error: words, message: words });
		expect(calls).toBe(refusedBy === 'provider' ? 1 + refusal.calls : 1);
	};

	test(`${provider} · Error output · a refused event beside a good one, from the webhook`, async ({
		run,
		messages,
		sandbox,
	}) => {
		const good = messages.arrive({ provider, kind: 'direct' });

		const answer = await run(errorOutputWorkflow, {
			provider,
			parameters: { provider, operation: 'markMessage', source: 'webhook' },
			body: { [ITEMS_FIELD]: [refusal.event(messages), good.payload] },
		});

		expectBoth(answer, good.message.messageId, 'provider');
		expect(sandbox.memory.isRead(provider, good.message.messageId)).toBe(true);
	});

	test(`${provider} · Error output · a refused id beside a good one, from fields`, async ({
		run,
		messages,
		sandbox,
	}) => {
		const good = messages.arrive({ provider, kind: 'direct' });
		const posted = postedFields(messages.arrive({ provider, kind: 'direct' }));
		const refused = refusal.fields(messages, posted);

		const answer = await run(errorOutputWorkflow, {
			provider,
			parameters: {
				provider,
				operation: 'markMessage',
				source: 'fields',
				...fieldParameters(provider, '$json', 'group'),
			},
			body: { [ITEMS_FIELD]: [refused.item, postedFields(good)] },
		});

		expectBoth(answer, good.message.messageId, refused.refusedBy);
		expect(sandbox.memory.isRead(provider, good.message.messageId)).toBe(true);
	});
}
