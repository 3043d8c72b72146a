import { incomingMessages } from '../../../e2e/bench/receipts.mts';
import { PROVIDERS } from '../../../nodes/WhatsAppMarkRead/providers/index.ts';
import type { JsonObject } from '../../../nodes/WhatsAppMarkRead/input/untrustedJson.ts';

describe.each(PROVIDERS)('the input items of the benchmark, of $displayName,', (provider) => {
	const read = (chats: number) =>
		incomingMessages(provider.id, 20, chats).flatMap(
			(payload) => provider.readWebhook(payload as JsonObject)?.messages ?? [],
		);

	it('are as many webhooks as asked for, each of another message', () => {
		const messages = read(20);
		expect(new Set(messages.map(({ id }) => id)).size).toBe(20);
		expect(new Set(messages.map(({ chatId }) => chatId)).size).toBe(20);
	});

	it('come from as many chats as asked for', () => {
		expect(new Set(read(4).map(({ chatId }) => chatId)).size).toBe(4);
	});
});
