import { incomingMessages } from '../../../e2e/bench/receipts.mts';

describe('the input items of the benchmark', () => {
	it('are as many webhooks as asked for, each of another message', () => {
		const items = incomingMessages('ryze', 20, 20) as Array<{
			data: { id: string; chat: { jid: string } };
		}>;
		expect(new Set(items.map(({ data }) => data.id)).size).toBe(20);
		expect(new Set(items.map(({ data }) => data.chat.jid)).size).toBe(20);
	});

	it('come from as many chats as asked for', () => {
		const items = incomingMessages('wawp', 20, 4) as Array<{ payload: { from: string } }>;
		expect(new Set(items.map(({ payload }) => payload.from)).size).toBe(4);
	});
});
