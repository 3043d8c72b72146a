import fc from 'fast-check';

import type { ReceiptRequest } from '../../../nodes/WhatsAppMarkRead/pipeline/plan';
import type {
	DatedId,
	MessagesToMark,
} from '../../../nodes/WhatsAppMarkRead/pipeline/conversations';
import type { Operation } from '../../../nodes/WhatsAppMarkRead/providers/provider';

/** What the items of an execution ask for: few accounts, chats and ids, so that they meet again and again. */
export function anyRequests(operations: readonly Operation[]): fc.Arbitrary<ReceiptRequest[]> {
	return fc
		.array(fc.tuple(fc.constantFrom(...operations), conversation(), fc.boolean(), fc.boolean()), {
			maxLength: 8,
		})
		.map((asked) => asked.map(requestOf));
}

function requestOf([kind, about, typingIndicator, latestOnly]: [
	Operation,
	MessagesToMark,
	boolean,
	boolean,
]): ReceiptRequest {
	const {
		account,
		chatId,
		messages: [newest],
	} = about;
	const lastMessage = newest === undefined ? null : { ...newest, sender: null };
	const conversation =
		kind === 'markMessage' ? about : { kind, account, chatId: chatId ?? 'somebody', lastMessage };
	return { conversation, typingIndicator, latestOnly };
}

function conversation(): fc.Arbitrary<MessagesToMark> {
	const chat = fc.oneof(
		{
			weight: 3,
			arbitrary: fc.record({
				chatId: fc.constantFrom('anna', 'bob', null),
				sender: fc.constant(null),
				isGroup: fc.constant(false),
			}),
		},
		{
			weight: 1,
			arbitrary: fc.record({
				chatId: fc.constantFrom('team@g.us', 'club@g.us'),
				sender: fc.constantFrom('anna', 'bob', null),
				isGroup: fc.constant(true),
			}),
		},
	);
	return fc
		.tuple(fc.constantFrom('shop', 'support'), chat, messages())
		.map(([account, about, ids]) => ({ kind: 'markMessage', account, ...about, messages: ids }));
}

/** Each id once, as reading an item gives them; now and then more than one call takes. */
function messages(): fc.Arbitrary<readonly DatedId[]> {
	const timestamp = fc.option(fc.integer({ min: 1, max: 5 }));
	const dated = (most: number) =>
		fc.record({ id: fc.nat(most).map((number) => `ID${number}`), timestamp });
	const unique = { selector: ({ id }: DatedId) => id, minLength: 1 };
	return fc.oneof(
		{ weight: 200, arbitrary: fc.uniqueArray(dated(6), { ...unique, maxLength: 5 }) },
		{
			weight: 1,
			arbitrary: fc.uniqueArray(dated(400), { ...unique, maxLength: 250, size: 'max' }),
		},
	);
}
