import fc from 'fast-check';

import { planCalls } from '../../../../nodes/WhatsAppMarkRead/pipeline/plan';
import type { Plan, ReceiptRequest } from '../../../../nodes/WhatsAppMarkRead/pipeline/plan';
import type { Provider } from '../../../../nodes/WhatsAppMarkRead/providers/provider';
import { plainProvider } from '../../../helpers/plainProvider';
import { messagesOf, receiptRequest, senderOf } from '../../../helpers/receiptRequests';
import type { AskedFor } from '../../../helpers/receiptRequests';

/** One id a call, each message on its own. */
const oneByOne = plainProvider();

/** Many ids of one chat and author in a call. */
const inBatches = plainProvider({ idsPerCall: 'many' });

/** Marking a message marks the earlier ones of the chat: as the WhatsApp Cloud API. */
const latest = plainProvider({ latestOnlyDefault: true, typing: 'sameCall' });

function plan(provider: Provider, ...asked: AskedFor[]): Plan {
	return planCalls(asked.map(receiptRequest), provider);
}

/** What is sent, call by call: ids, or the kind of a call on a chat. */
function sent({ calls }: Plan): unknown[] {
	return calls.map(({ call }) => (call.kind === 'markMessages' ? call.messageIds : call.kind));
}

function callIndexes({ receipts }: Plan): unknown[] {
	return receipts.map((receipt) => receipt.callIndexes);
}

describe('Planning calls', () => {
	it('plans nothing for no requests', () => {
		expect(plan(oneByOne)).toEqual({ calls: [], receipts: [] });
	});

	it('tells the provider account, chat, author and id, and nothing more', () => {
		const { calls } = plan(oneByOne, {
			account: 'shop',
			chatId: '120363@g.us',
			sender: 'bob@s.whatsapp.net',
			ids: ['A'],
		});

		expect(calls).toEqual([
			{
				call: {
					kind: 'markMessages',
					account: 'shop',
					chatId: '120363@g.us',
					sender: 'bob@s.whatsapp.net',
					messageIds: ['A'],
					withTyping: false,
				},
				olderIds: [],
				after: [],
			},
		]);
	});

	it('plans a receipt for every request, in the order of the requests', () => {
		const asked = [{ ids: ['A'] }, { ids: ['A'], latestOnly: true }, { ids: ['B'] }];

		const { receipts } = plan(oneByOne, ...asked);

		expect(receipts.map(({ request }) => request)).toEqual(asked.map(receiptRequest));
	});
});

describe('Planning one call a message', () => {
	it('makes a call for each message', () => {
		const planned = plan(oneByOne, { ids: ['A', 'B'] }, { ids: ['C'] });

		expect(sent(planned)).toEqual([['A'], ['B'], ['C']]);
		expect(callIndexes(planned)).toEqual([[0, 1], [2]]);
	});

	it('makes one call for a message that several items hold', () => {
		const planned = plan(oneByOne, { ids: ['A'] }, { ids: ['B', 'A'] }, { ids: ['A'] });

		expect(sent(planned)).toEqual([['A'], ['B']]);
		expect(callIndexes(planned)).toEqual([[0], [1, 0], [0]]);
	});

	it.each([
		['account', { account: 'other', ids: ['A'] }],
		['chat', { chatId: 'bob', ids: ['A'] }],
		['author', { sender: 'bob', ids: ['A'] }],
	])('takes the same id with another %s for another message', (_, other) => {
		expect(sent(plan(oneByOne, { ids: ['A'] }, other))).toEqual([['A'], ['A']]);
	});

	it('does not take parts of one name for parts of another', () => {
		const planned = plan(
			oneByOne,
			{ account: 'a","b', chatId: 'c', ids: ['A'] },
			{ account: 'a', chatId: 'b","c', ids: ['A'] },
		);

		expect(planned.calls).toHaveLength(2);
	});

	it('marks every message where marking one does not mark the earlier ones, whatever latestOnly says', () => {
		expect(sent(plan(oneByOne, { latestOnly: true, ids: ['A', 'B'] }))).toEqual([['A'], ['B']]);
	});
});

describe('Planning many ids a call', () => {
	it('puts the ids of one chat into one call, across items', () => {
		const planned = plan(inBatches, { ids: ['A', 'B'] }, { ids: ['C'] });

		expect(sent(planned)).toEqual([['A', 'B', 'C']]);
		expect(callIndexes(planned)).toEqual([[0, 0], [0]]);
	});

	it('sends an id that several items hold once', () => {
		const planned = plan(inBatches, { ids: ['A', 'B'] }, { ids: ['B', 'C'] });

		expect(sent(planned)).toEqual([['A', 'B', 'C']]);
		expect(callIndexes(planned)).toEqual([
			[0, 0],
			[0, 0],
		]);
	});

	it.each([
		['account', { account: 'other', ids: ['B'] }],
		['chat', { chatId: 'bob', ids: ['B'] }],
		['author', { sender: 'bob', ids: ['B'] }],
	])('makes another call for another %s', (_, other) => {
		expect(sent(plan(inBatches, { ids: ['A'] }, other))).toEqual([['A'], ['B']]);
	});

	it('puts no more than 100 ids into a call', () => {
		const ids = Array.from({ length: 101 }, (_, position) => `ID${position}`);

		const planned = plan(inBatches, { ids });

		expect(sent(planned)).toEqual([ids.slice(0, 100), ['ID100']]);
		expect(planned.receipts[0]?.callIndexes.slice(98)).toEqual([0, 0, 1]);
	});

	it('finds a duplicate again in a call that is full', () => {
		const ids = Array.from({ length: 101 }, (_, position) => `ID${position}`);

		const planned = plan(inBatches, { ids }, { ids: ['ID0', 'ID100'] });

		expect(planned.calls).toHaveLength(2);
		expect(planned.receipts[1]?.callIndexes).toEqual([0, 1]);
	});

	it('goes on batching whatever latestOnly says', () => {
		expect(sent(plan(inBatches, { latestOnly: true, ids: ['A', 'B'] }))).toEqual([['A', 'B']]);
	});
});

describe('Planning the latest message only', () => {
	it('makes one call a chat, on the message with the newest timestamp', () => {
		const planned = plan(latest, {
			latestOnly: true,
			ids: [
				['A', 100],
				['C', 300],
				['B', 200],
			],
		});

		expect(sent(planned)).toEqual([['C']]);
		expect(callIndexes(planned)).toEqual([[0, 0, 0]]);
	});

	it('finds the newest message across items, wherever it stands', () => {
		const planned = plan(
			latest,
			{ latestOnly: true, ids: [['A', 300]] },
			{ latestOnly: true, chatId: 'bob', ids: [['X', 50]] },
			{ latestOnly: true, ids: [['B', 100]] },
		);

		expect(sent(planned)).toEqual([['A'], ['X']]);
		expect(callIndexes(planned)).toEqual([[0], [1], [0]]);
	});

	it('takes the later in the input for the newer of two with the same timestamp', () => {
		const planned = plan(
			latest,
			{
				latestOnly: true,
				ids: [
					['A', 100],
					['B', 100],
				],
			},
			{ latestOnly: true, ids: [['C', 100]] },
		);

		expect(sent(planned)).toEqual([['C']]);
	});

	it('takes the last in the input for the newest when no timestamp is known', () => {
		expect(sent(plan(latest, { latestOnly: true, ids: ['A', 'B', 'C'] }))).toEqual([['C']]);
	});

	it('takes a message with an unknown timestamp for older than any other', () => {
		const planned = plan(latest, { latestOnly: true, ids: [['A', 100], 'B'] });

		expect(sent(planned)).toEqual([['A']]);
	});

	it('keeps the other ids, newest first, for when the newest is refused', () => {
		const planned = plan(
			latest,
			{
				latestOnly: true,
				ids: [
					['A', 100],
					['D', 400],
				],
			},
			{
				latestOnly: true,
				ids: [
					['C', 300],
					['B', 200],
				],
			},
		);

		expect(planned.calls[0]?.olderIds).toEqual(['C', 'B', 'A']);
	});

	it('makes 50 calls for 1,000 messages of 50 chats', () => {
		const asked = Array.from({ length: 1000 }, (_, position) => ({
			latestOnly: true,
			chatId: `chat${position % 50}`,
			ids: [[`ID${position}`, position] as const],
		}));

		const planned = plan(latest, ...asked);

		expect(planned.calls).toHaveLength(50);
		expect(sent(planned)[0]).toEqual(['ID950']);
		expect(planned.receipts).toHaveLength(1000);
	});

	it('marks each message when it is off', () => {
		expect(sent(plan(latest, { latestOnly: false, ids: ['A', 'B'] }))).toEqual([['A'], ['B']]);
	});

	it('marks each message of a group, where nothing documents that earlier ones are marked too', () => {
		const planned = plan(latest, { latestOnly: true, sender: 'bob', ids: ['A', 'B'] });

		expect(sent(planned)).toEqual([['A'], ['B']]);
	});

	it('marks each message when the chat is unknown', () => {
		const planned = plan(latest, { latestOnly: true, chatId: null, ids: ['A', 'B'] });

		expect(sent(planned)).toEqual([['A'], ['B']]);
	});

	it('keeps the chats of two accounts apart', () => {
		const planned = plan(
			latest,
			{ latestOnly: true, account: 'one', ids: ['A'] },
			{ latestOnly: true, account: 'two', ids: ['B'] },
		);

		expect(sent(planned)).toEqual([['A'], ['B']]);
	});
});

describe('Planning operations on whole chats', () => {
	it.each(['markChat', 'markChatUnread'] as const)('makes one call for a %s', (operation) => {
		const planned = plan(oneByOne, { operation });

		expect(planned.calls).toEqual([
			{
				call: { kind: operation, account: 'support', chatId: 'anna', lastMessage: null },
				olderIds: [],
				after: [],
			},
		]);
		expect(callIndexes(planned)).toEqual([[0]]);
	});

	it('makes one call for a chat that several items ask for', () => {
		const planned = plan(
			inBatches,
			{ operation: 'markChat' },
			{ operation: 'markChat', chatId: 'bob' },
			{ operation: 'markChat' },
		);

		expect(planned.calls).toHaveLength(2);
		expect(callIndexes(planned)).toEqual([[0], [1], [0]]);
	});
});

describe('Planning the typing indicator in a call of its own', () => {
	it('shows it after the receipts of the item', () => {
		const planned = plan(oneByOne, { typingIndicator: true, ids: ['A', 'B'] });

		expect(sent(planned)).toEqual([['A'], ['B'], 'showTyping']);
		expect(planned.calls[2]).toEqual({
			call: { kind: 'showTyping', account: 'support', chatId: 'anna' },
			olderIds: [],
			after: [0, 1],
		});
		expect(planned.receipts[0]?.typingCallIndex).toBe(2);
	});

	it('shows it once a chat, after the receipts of all items that ask for it', () => {
		const planned = plan(
			oneByOne,
			{ typingIndicator: true, ids: ['A'] },
			{ typingIndicator: true, ids: ['B'] },
		);

		expect(sent(planned)).toEqual([['A'], 'showTyping', ['B']]);
		expect(planned.calls[1]?.after).toEqual([0, 2]);
		expect(planned.receipts.map(({ typingCallIndex }) => typingCallIndex)).toEqual([1, 1]);
	});

	it('shows it once in a group, whoever wrote', () => {
		const planned = plan(
			inBatches,
			{ typingIndicator: true, sender: 'bob', ids: ['A'] },
			{ typingIndicator: true, sender: 'eve', ids: ['B'] },
		);

		expect(sent(planned)).toEqual([['A'], 'showTyping', ['B']]);
	});

	it('does not show it for an item that does not ask for it', () => {
		const planned = plan(
			oneByOne,
			{ typingIndicator: true, ids: ['A'] },
			{ typingIndicator: false, ids: ['B'] },
		);

		expect(planned.calls[1]?.after).toEqual([0]);
		expect(planned.receipts[1]?.typingCallIndex).toBeNull();
	});
});

describe('Planning the typing indicator in the same call', () => {
	it('shows it on the newest message only', () => {
		const planned = plan(latest, {
			typingIndicator: true,
			ids: [
				['A', 100],
				['C', 300],
				['B', 200],
			],
		});

		expect(planned.calls.map(({ call }) => call)).toEqual([
			expect.objectContaining({ messageIds: ['A'], withTyping: false }),
			expect.objectContaining({ messageIds: ['C'], withTyping: true }),
			expect.objectContaining({ messageIds: ['B'], withTyping: false }),
		]);
		expect(planned.receipts[0]?.typingCallIndex).toBe(1);
	});

	it('shows it in the one call of the chat with latestOnly', () => {
		const planned = plan(
			latest,
			{ latestOnly: true, typingIndicator: false, ids: [['B', 200]] },
			{ latestOnly: true, typingIndicator: true, ids: [['A', 100]] },
		);

		expect(planned.calls.map(({ call }) => call)).toEqual([
			expect.objectContaining({ messageIds: ['B'], withTyping: true }),
		]);
		expect(planned.receipts.map(({ typingCallIndex }) => typingCallIndex)).toEqual([null, 0]);
	});
});

describe('Any plan', () => {
	const requests: fc.Arbitrary<ReceiptRequest[]> = fc.array(
		fc
			.record({
				account: fc.constantFrom('one', 'two'),
				chatId: fc.constantFrom('anna', 'bob', null),
				sender: fc.constantFrom('eve', undefined),
				typingIndicator: fc.boolean(),
				latestOnly: fc.boolean(),
				ids: fc.uniqueArray(
					fc.tuple(fc.constantFrom('A', 'B', 'C', 'D', 'E'), fc.option(fc.nat(3))),
					{ minLength: 1, selector: ([id]) => id },
				),
			})
			.map(receiptRequest),
		{ maxLength: 12 },
	);
	const provider = fc.constantFrom(oneByOne, inBatches, latest);
	const runs = { numRuns: 50, seed: 20260101 };

	it('never loses a message: its call sends it, or keeps it among the older ids', () => {
		fc.assert(
			fc.property(requests, provider, (asked, by) => {
				const { calls, receipts } = planCalls(asked, by);
				expect(receipts.map(({ request }) => request)).toEqual(asked);
				for (const { request, callIndexes: positions } of receipts) {
					const { account, chatId } = request.conversation;
					const [sender, messages] = [
						senderOf(request.conversation),
						messagesOf(request.conversation),
					];
					expect(positions).toHaveLength(messages.length);
					messages.forEach(({ id }, index) => {
						const planned = calls[positions[index] ?? -1];
						expect(planned?.call).toMatchObject({ kind: 'markMessages', account, chatId, sender });
						const ids = planned?.call.kind === 'markMessages' ? planned.call.messageIds : [];
						expect([...ids, ...(planned?.olderIds ?? [])]).toContain(id);
					});
				}
			}),
			runs,
		);
	});

	it('never sends a message twice when all items have the same options', () => {
		fc.assert(
			fc.property(requests, provider, fc.boolean(), (asked, by, latestOnly) => {
				const { calls } = planCalls(
					asked.map((request) => ({ ...request, latestOnly })),
					by,
				);
				const messages = calls.flatMap(({ call, olderIds }) =>
					call.kind === 'markMessages'
						? [...call.messageIds, ...olderIds].map((id) =>
								JSON.stringify([call.account, call.chatId, call.sender, id]),
							)
						: [],
				);
				expect(new Set(messages).size).toBe(messages.length);
			}),
			runs,
		);
	});

	it('never makes a call without an id', () => {
		fc.assert(
			fc.property(requests, provider, (asked, by) => {
				for (const { call } of planCalls(asked, by).calls) {
					if (call.kind === 'markMessages') expect(call.messageIds).not.toEqual([]);
				}
			}),
			runs,
		);
	});
});
