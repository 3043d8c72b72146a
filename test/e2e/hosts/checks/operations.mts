import { PROVIDER_IDS } from '../../../../tools/providers.js';
import { underTest } from '../../providers/index.mts';
import { OPERATION_NAMES } from '../../providers/provider.mts';
import { fieldParameters, postedFields } from '../messages.mts';
import { expect, expectReceipt, test } from '../test.mts';
import { bodyWorkflow } from '../workflows.mts';

const SOURCES = { webhook: 'from the webhook', fields: 'from fields' } as const;

const TRIALS = PROVIDER_IDS.flatMap((provider) => {
	const { operations, refuses } = underTest(provider);
	return operations
		.flatMap((operation) =>
			(['webhook', 'fields'] as const).flatMap((source) =>
				(['direct', 'group'] as const).map((kind) => ({ provider, operation, source, kind })),
			),
		)
		.filter(({ kind }) => kind === 'direct' || !refuses?.groups)
		.filter(
			({ source, operation }) => source === 'webhook' || !refuses?.fields.includes(operation),
		);
});

for (const { provider, operation, source, kind } of TRIALS) {
	const name = `${provider} · ${OPERATION_NAMES[operation]} · ${kind} chat, ${SOURCES[source]}`;
	test(name, async ({ run, messages, sandbox: { memory } }) => {
		const earlier = messages.arrive({ provider, kind });
		const incoming = messages.arrive({ provider, kind, chat: earlier.message.chatId });
		const { messageId, chatId } = incoming.message;
		const isNamed = source === 'webhook' || !underTest(provider).keyDecidesAccount;
		const account = isNamed ? incoming.message.account : null;

		const { items, calls } = await run(bodyWorkflow, {
			provider,
			parameters: {
				provider,
				operation,
				source,
				...(source === 'fields' ? fieldParameters(provider, '$json.body', kind) : {}),
			},
			body: source === 'webhook' ? incoming.payload : postedFields(incoming),
		});

		expect(items).toHaveLength(1);
		expect(calls).toBe(1);
		expectReceipt(items[0], {
			success: true,
			status: operation === 'markChatUnread' ? 'unread' : 'read',
			provider,
			operation,
			account,
			messageIds: operation === 'markMessage' ? [messageId] : [],
			typingIndicator: false,
		});
		const isRead = operation !== 'markChatUnread';
		expect(memory.isRead(provider, messageId)).toBe(isRead);
		if (operation !== 'markMessage') {
			expect(memory.chatMark(provider, chatId)?.read).toBe(isRead);
			expect(memory.isRead(provider, earlier.message.messageId)).toBe(isRead);
		}
	});
}
