import { buildWebhook, personId, type ProviderId } from '../sandbox/index.mts';

const FIRST_PHONE_NUMBER = 5_511_900_000_000;
const FIRST_TIMESTAMP = 1_760_000_000;

/**
 * Webhooks of incoming text messages, the chats taking turns: the input items.
 * @param provider whose webhooks
 * @param chats in how many direct chats the messages are
 */
export function incomingMessages(
	provider: ProviderId,
	messages: number,
	chats: number,
): readonly object[] {
	return Array.from({ length: messages }, (_, position) => {
		const chat = personId(provider, String(FIRST_PHONE_NUMBER + (position % chats)));
		const timestamp = FIRST_TIMESTAMP + position;
		return buildWebhook({ provider, kind: 'direct', chat, timestamp }).payload;
	});
}
