import fc from 'fast-check';

import { planCalls } from '../../../../nodes/WhatsAppMarkRead/pipeline/plan';
import type { Plan } from '../../../../nodes/WhatsAppMarkRead/pipeline/plan';
import type { Provider } from '../../../../nodes/WhatsAppMarkRead/providers/provider';
import { plainProvider } from '../../../helpers/plainProvider';
import { receiptRequest } from '../../../helpers/receiptRequests';
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
function sent({ calls }: Plan): string {
	const names = calls.map(({ call }) =>
		call.kind === 'markMessages'
			? `${call.messageIds}${call.withTyping ? '+typing' : ''}`
			: call.kind,
	);
	return names.join(' ');
}

const A = { ids: ['A'] };
const B = { ids: ['B'] };
const AB = { ids: ['A', 'B'] };
const markChat = { operation: 'markChat' } as const;

const latestOf = (...ids: string[]) => ({ latestOnly: true, ids });
const typingAfter = (...ids: string[]) => ({ typingIndicator: true, ids });

/** For each request its calls; for each call what it keeps or follows. */
interface Planned {
	readonly of?: ReadonlyArray<readonly number[]>;
	readonly olderIds?: ReadonlyArray<readonly string[]>;
	readonly after?: ReadonlyArray<readonly number[]>;
	readonly typing?: ReadonlyArray<number | null>;
}

function itPlans(
	provider: Provider,
	rows: ReadonlyArray<[says: string, asked: AskedFor[], sent: string, planned?: Planned]>,
) {
	it.each(rows)('%s', (_, asked, calls, expected = {}) => {
		const planned = plan(provider, ...asked);

		expect(sent(planned)).toBe(calls);
		expect({
			of: planned.receipts.map(({ callIndexes }) => callIndexes),
			olderIds: planned.calls.map(({ olderIds }) => olderIds),
			after: planned.calls.map(({ after }) => after),
			typing: planned.receipts.map(({ typingCallIndex }) => typingCallIndex),
		}).toMatchObject(expected);
	});
}

describe('Planning calls', () => {
	it('plans nothing for no requests', () => {
		expect(plan(oneByOne)).toEqual({ calls: [], receipts: [] });
	});

	it('tells the provider account, chat, author and id, and nothing more', () => {
		const where = { account: 'shop', chatId: '120363@g.us', sender: 'bob@s.whatsapp.net' };
		const call = { kind: 'markMessages', ...where, messageIds: ['A'], withTyping: false };

		expect(plan(oneByOne, { ...where, ...A }).calls).toEqual([{ call, olderIds: [], after: [] }]);
	});

	it('plans a receipt for every request, in the order of the requests', () => {
		const asked = [A, latestOf('A'), B];

		const { receipts } = plan(oneByOne, ...asked);

		expect(receipts.map(({ request }) => request)).toEqual(asked.map(receiptRequest));
	});

	it.each([
		['account', { account: 'other' }],
		['chat', { chatId: 'bob' }],
		['author', { sender: 'bob' }],
	])('takes another %s for another message, and makes another call', (_, other) => {
		expect(sent(plan(oneByOne, A, { ...A, ...other }))).toBe('A A');
		expect(sent(plan(inBatches, A, { ...B, ...other }))).toBe('A B');
	});
});

describe('Planning one call a message', () => {
	const [one, other] = [
		{ account: 'a","b', chatId: 'c', ...A },
		{ account: 'a', chatId: 'b","c', ...A },
	];

	itPlans(oneByOne, [
		['makes a call for each message', [AB, { ids: ['C'] }], 'A B C', { of: [[0, 1], [2]] }],
		[
			'makes one call for a message that several items hold',
			[A, { ids: ['B', 'A'] }, A],
			'A B',
			{ of: [[0], [1, 0], [0]] },
		],
		['does not take parts of one name for parts of another', [one, other], 'A A'],
		[
			'marks every message where marking one does not mark the earlier ones, whatever latestOnly says',
			[latestOf('A', 'B')],
			'A B',
		],
	]);
});

describe('Planning many ids a call', () => {
	const ids = Array.from({ length: 101 }, (_, position) => `ID${position}`);

	itPlans(inBatches, [
		[
			'puts the ids of one chat into one call, across items',
			[AB, { ids: ['C'] }],
			'A,B,C',
			{ of: [[0, 0], [0]] },
		],
		['sends an id that several items hold once', [AB, B, A], 'A,B', { of: [[0, 0], [0], [0]] }],
		[
			'puts no more than 100 ids into a call, and finds a duplicate again in one that is full',
			[{ ids }, { ids: ['ID0', 'ID100'] }],
			`${ids.slice(0, 100).join()} ID100`,
			{ of: [ids.map((_, position) => (position < 100 ? 0 : 1)), [0, 1]] },
		],
		['goes on batching whatever latestOnly says', [latestOf('A', 'B')], 'A,B'],
	]);
});

describe('Planning the latest message only', () => {
	itPlans(latest, [
		[
			'makes one call a chat, on the message with the newest timestamp',
			[latestOf('A@100', 'C@300', 'B@200')],
			'C',
			{ of: [[0, 0, 0]] },
		],
		[
			'finds the newest message across items, wherever it stands',
			[latestOf('A@300'), { ...latestOf('X@50'), chatId: 'bob' }, latestOf('B@100')],
			'A X',
			{ of: [[0], [1], [0]] },
		],
		[
			'takes the later in the input for the newer of two with the same timestamp',
			[latestOf('A@100', 'B@100'), latestOf('C@100')],
			'C',
		],
		[
			'takes the last in the input for the newest when no timestamp is known',
			[latestOf('A', 'B', 'C')],
			'C',
		],
		[
			'takes a message with an unknown timestamp for older than any other',
			[latestOf('A@100', 'B')],
			'A',
		],
		[
			'keeps the other ids, newest first, for when the newest is refused',
			[latestOf('A@100', 'D@400'), latestOf('C@300', 'B@200')],
			'D',
			{ olderIds: [['C', 'B', 'A']] },
		],
		['marks each message when it is off', [AB], 'A B'],
		[
			'marks each message of a group, where nothing documents that earlier ones are marked too',
			[{ ...latestOf('A', 'B'), sender: 'bob' }],
			'A B',
		],
		[
			'marks each message when the chat is unknown',
			[{ ...latestOf('A', 'B'), chatId: null }],
			'A B',
		],
		[
			'keeps the chats of two accounts apart',
			[latestOf('A'), { ...latestOf('B'), account: 'other' }],
			'A B',
		],
	]);

	it('makes 50 calls for 1,000 messages of 50 chats', () => {
		const asked = Array.from({ length: 1000 }, (_, n) => ({
			...latestOf(`ID${n}@${n}`),
			chatId: `chat${n % 50}`,
		}));

		const planned = plan(latest, ...asked);

		expect(planned.calls).toHaveLength(50);
		expect(sent(planned)).toMatch(/^ID950 /);
		expect(planned.receipts).toHaveLength(1000);
	});
});

describe('Planning operations on whole chats', () => {
	it.each(['markChat', 'markChatUnread'] as const)('makes one call for a %s', (operation) => {
		const call = { kind: operation, account: 'support', chatId: 'anna', lastMessage: null };

		expect(plan(oneByOne, { operation })).toMatchObject({
			calls: [{ call, olderIds: [], after: [] }],
			receipts: [{ callIndexes: [0] }],
		});
	});

	itPlans(inBatches, [
		[
			'makes one call for a chat that several items ask for',
			[markChat, { ...markChat, chatId: 'bob' }, markChat],
			'markChat markChat',
			{ of: [[0], [1], [0]] },
		],
	]);
});

describe('Planning the typing indicator in a call of its own', () => {
	it('tells the provider account and chat', () => {
		expect(plan(oneByOne, typingAfter('A')).calls[1]?.call).toEqual({
			kind: 'showTyping',
			account: 'support',
			chatId: 'anna',
		});
	});

	itPlans(oneByOne, [
		[
			'shows it after the receipts of the item',
			[typingAfter('A', 'B')],
			'A B showTyping',
			{ olderIds: [[], [], []], after: [[], [], [0, 1]], typing: [2] },
		],
		[
			'shows it once a chat, after the receipts of all items that ask for it',
			[typingAfter('A'), typingAfter('B')],
			'A showTyping B',
			{ after: [[], [0, 2], []], typing: [1, 1] },
		],
		[
			'shows it once in a group, whoever wrote',
			[
				{ ...typingAfter('A'), sender: 'bob' },
				{ ...typingAfter('B'), sender: 'eve' },
			],
			'A showTyping B',
		],
		[
			'does not show it for an item that does not ask for it',
			[typingAfter('A'), B],
			'A showTyping B',
			{ after: [[], [0], []], typing: [1, null] },
		],
	]);
});

describe('Planning the typing indicator in the same call', () => {
	itPlans(latest, [
		[
			'shows it on the newest message only',
			[typingAfter('A@100', 'C@300', 'B@200')],
			'A C+typing B',
			{ typing: [1] },
		],
		[
			'shows it in the one call of the chat with latestOnly',
			[latestOf('B@200'), { ...latestOf('A@100'), ...typingAfter('A@100') }],
			'B+typing',
			{ typing: [null, 0] },
		],
	]);
});

/* What holds for any requests is in test/fuzz/pipeline/plan.fuzz.ts. */

it('No message is sent twice when all items have the same options', () => {
	const requests = fc.array(
		fc
			.record({
				account: fc.constantFrom('one', 'two'),
				chatId: fc.constantFrom('anna', 'bob', null),
				sender: fc.constantFrom('eve', undefined),
				typingIndicator: fc.boolean(),
				ids: fc.uniqueArray(fc.constantFrom('A@1', 'B@3', 'C@2', 'D', 'E'), { minLength: 1 }),
			})
			.map(receiptRequest),
		{ maxLength: 12 },
	);
	const provider = fc.constantFrom(oneByOne, inBatches, latest);

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
		{ numRuns: 100, seed: 20260101 },
	);
});
