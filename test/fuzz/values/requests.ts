import fc from 'fast-check';

import type { ReceiptRequest } from '../../../nodes/WhatsAppMarkRead/pipeline/plan';
import type {
	DatedId,
	MessagesToMark,
} from '../../../nodes/WhatsAppMarkRead/pipeline/conversations';
import type { Operation } from '../../../nodes/WhatsAppMarkRead/providers/provider';

/** What the items of an execution ask for: few accounts, chats and ids, so that they meet again and again. */
export function anyRequests(operations: readonly Operation[]): fc.Arbitrary<ReceiptRequest[]> {
	const request = fc
		.record({
			kind: fc.constantFrom(...operations),
			about: conversation(),
			typingIndicator: fc.boolean(),
			latestOnly: fc.boolean(),
		})
		.map(({ kind, about, ...settings }) => {
			if (kind === 'markMessage') return { conversation: about, ...settings };
			const { account, messages } = about;
			const chatId = about.chatId ?? 'somebody';
			const lastMessage = messages[0] === undefined ? null : { ...messages[0], sender: null };
			return { conversation: { kind, account, chatId, lastMessage }, ...settings };
		});
	return fc.array(request, { maxLength: 8 });
}

function conversation(): fc.Arbitrary<MessagesToMark> {
	const person = fc.record({
		chatId: fc.constantFrom('anna', 'bob', null),
		sender: fc.constant(null),
		isGroup: fc.constant(false),
	});
	const group = fc.record({
		chatId: fc.constantFrom('team@g.us', 'club@g.us'),
		sender: fc.constantFrom('anna', 'bob', null),
		isGroup: fc.constant(true),
	});
	return fc
		.record({
			account: fc.constantFrom('shop', 'support'),
			chat: fc.oneof({ weight: 3, arbitrary: person }, { weight: 1, arbitrary: group }),
			messages: messages(),
		})
		.map(({ chat, ...about }) => ({ kind: 'markMessage', ...chat, ...about }));
}

/** Each id once, as reading an item gives them; now and then more than one call takes. */
function messages(): fc.Arbitrary<readonly DatedId[]> {
	const timestamp = fc.option(fc.integer({ min: 1, max: 5 }));
	const unique = (most: number, maxLength: number, size?: 'max') =>
		fc.uniqueArray(fc.record({ id: fc.nat(most).map((number) => `ID${number}`), timestamp }), {
			selector: ({ id }) => id,
			minLength: 1,
			maxLength,
			size,
		});
	return fc.oneof(
		{ weight: 200, arbitrary: unique(6, 5) },
		{ weight: 1, arbitrary: unique(400, 250, 'max') },
	);
}
