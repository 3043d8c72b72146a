import { buildWebhook } from '../../sandbox/index.mts';
import type { BenchProvider } from './sides.mts';

const FIRST_PHONE_NUMBER = 5_511_900_000_000;
const FIRST_TIMESTAMP = 1_760_000_000;

/** What follows the phone number in a direct chat's address. */
const CHAT_ENDINGS: Readonly<Record<BenchProvider, string>> = {
	ryze: '@s.whatsapp.net',
	cloudApi: '',
	wawp: '@c.us',
};

/**
 * Webhooks of incoming text messages, the chats taking turns: the input items.
 * @param provider whose webhooks
 * @param chats in how many direct chats the messages are
 */
export function incomingMessages(
	provider: BenchProvider,
	messages: number,
	chats: number,
): readonly object[] {
	return Array.from({ length: messages }, (_, position) => {
		const chat = `${FIRST_PHONE_NUMBER + (position % chats)}${CHAT_ENDINGS[provider]}`;
		const timestamp = FIRST_TIMESTAMP + position;
		return buildWebhook({ provider, kind: 'direct', chat, timestamp }).payload;
	});
}
