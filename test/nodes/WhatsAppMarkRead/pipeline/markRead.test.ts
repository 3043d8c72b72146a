import { InvalidInput } from '../../../../nodes/WhatsAppMarkRead/input/invalidInput';
import { Pace } from '../../../../nodes/WhatsAppMarkRead/pipeline/deliver/pace';
import type { InputItem } from '../../../../nodes/WhatsAppMarkRead/pipeline/item';
import { markRead } from '../../../../nodes/WhatsAppMarkRead/pipeline/markRead';
import type { Job, JobResult } from '../../../../nodes/WhatsAppMarkRead/pipeline/markRead';
import { inputItem, webhookItems } from '../../../helpers/inputItems';
import { inbound, PLAIN_CONNECTION, plainProvider } from '../../../helpers/plainProvider';
import { answer, nameOf, VirtualOutside } from '../../../helpers/virtualOutside';
import type { Scripted } from '../../../helpers/virtualOutside';

/** Marking a message marks the earlier ones of the chat: as the WhatsApp Cloud API. */
const latest = plainProvider({ latestOnlyDefault: true, typing: 'sameCall' });

/** Many ids of one chat and author in a call. */
const inBatches = plainProvider({ idsPerCall: 'many' });

const picky = plainProvider({
	hintAbout: ({ id }) => (id.startsWith('wamid.') ? null : `"${id}" does not look right`),
	parseAccount: (account) => {
		if (account === 'broken') throw new InvalidInput('No such account', 'Choose another.');
		return account ?? 'support';
	},
});

async function run(
	items: readonly InputItem[],
	{ outside = new VirtualOutside(), ...job }: Partial<Job> & { outside?: VirtualOutside } = {},
): Promise<JobResult> {
	const provider = job.provider ?? plainProvider();
	return await outside.run(
		markRead([items], {
			provider,
			providers: [provider],
			connection: PLAIN_CONNECTION,
			settings: { maxConcurrency: 10, maxRetries: 3, maxWait: 120_000 },
			typingVaries: false,
			pace: new Pace(),
			outside,
			...job,
		}),
	);
}

/** In a few words: the item, and the ids that were marked or not. */
function summary({ reports }: JobResult): string[] {
	return reports.map((report) => {
		const facts = report.kind === 'receipt' ? report.json : report.details;
		const status = report.kind === 'receipt' ? report.json.status : 'failed';
		return `${report.itemIndex} ${status} ${facts.messageIds}`.trimEnd();
	});
}

function receipts({ reports }: JobResult) {
	return reports.map((report) => (report.kind === 'receipt' ? report.json : report.details));
}

const REFUSED = answer(400, { code: 'never' });
const BAD_ID = answer(400, { code: 'badId' });

const A = { id: 'A' };
const B = { id: 'B' };
const C = { id: 'C' };
const X = { id: 'X', chatId: 'bob' };
const inTeam = { chatId: 'team', isGroup: true };
const latestOnly = { latestOnly: true };
const typing = { typingIndicator: true };
const status = { messages: [], notices: ['a delivery status'] };

interface Scene {
	readonly items: readonly InputItem[];
	readonly provider?: Job['provider'];
	/** By the ids that are sent, or the kind of a call on a chat; all others are accepted. */
	readonly answers?: Readonly<Record<string, Scripted>>;
	readonly sent?: readonly string[];
	/** Such as `0 read A,B`: the item, and its ids that were marked or not. */
	readonly marked?: readonly string[];
	readonly receipts?: readonly unknown[];
	readonly warnings?: readonly string[];
}

it.each<[string, Scene]>([
	['No items make nothing', { items: [], sent: [], marked: [], warnings: [] }],
	[
		'Every item gets its own receipt, in the order of the input',
		{
			items: webhookItems([[A], [B], [C]]),
			answers: { A: answer(200, {}, {}, 900), B: answer(200, {}, {}, 10) },
			marked: ['0 read A', '1 read B', '2 read C'],
		},
	],
	[
		'An item gets a receipt for each chat, and in groups for each author; one of them may fail',
		{
			items: webhookItems([
				[A, X, C, { id: 'D', ...inTeam, sender: 'eve' }, { id: 'E', ...inTeam, sender: 'bob' }],
				[{ id: 'F' }],
			]),
			answers: { X: REFUSED },
			marked: ['0 read A,C', '0 failed X', '0 read D', '0 read E', '1 read F'],
		},
	],
	[
		'A message that was delivered to the webhook twice costs one call',
		{
			items: webhookItems([[A], [A]]),
			sent: ['A'],
			marked: ['0 read A', '1 read A'],
		},
	],
	[
		'The newest of a chat is marked across items, and named in the other receipts',
		{
			items: webhookItems(
				[[{ ...A, timestamp: 100 }], [{ ...C, timestamp: 300 }], [{ ...B, timestamp: 200 }]],
				latestOnly,
			),
			provider: latest,
			sent: ['C'],
			receipts: [
				{ messageIds: ['A'], coveredBy: 'C' },
				expect.not.objectContaining({ coveredBy: 'C' }),
				{ messageIds: ['B'], coveredBy: 'C' },
			],
		},
	],
	[
		'Every item that the call of the newest stood for fails when it fails',
		{
			items: webhookItems([[A], [B], [X]], latestOnly),
			provider: latest,
			answers: { B: REFUSED },
			marked: ['0 failed A', '1 failed B', '2 read X'],
		},
	],
	[
		'Only the item whose id was refused fails, and the next newest is marked',
		{
			items: webhookItems([[A], [B], [C]], latestOnly),
			provider: latest,
			answers: { C: BAD_ID },
			sent: ['C', 'B'],
			marked: ['0 read A', '1 read B', '2 failed C'],
			receipts: [{ coveredBy: 'B' }, {}, {}],
		},
	],
	[
		'Every item whose ids shared a call fails when it fails',
		{
			items: webhookItems([[A], [X], [B]]),
			provider: inBatches,
			answers: { 'A,B': REFUSED },
			marked: ['0 failed A', '1 read X', '2 failed B'],
		},
	],
	[
		'The typing indicator is shown after the receipts, once a chat',
		{
			items: webhookItems([[A], [B]], typing),
			sent: ['A', 'B', 'showTyping'],
			receipts: [typing, typing],
		},
	],
	[
		'The typing indicator is shown for the item that was marked when the other of the chat failed',
		{
			items: webhookItems([[A], [B]], typing),
			answers: { A: REFUSED },
			marked: ['0 failed A', '1 read B'],
			receipts: [{}, typing],
		},
	],
	[
		'The typing indicator is not shown when nothing was marked',
		{ items: webhookItems([[A]], typing), answers: { A: REFUSED }, sent: ['A'] },
	],
	[
		'The typing indicator is a warning, told once, when it failed',
		{
			items: webhookItems([[A], [B]], typing),
			answers: { showTyping: REFUSED },
			marked: ['0 read A', '1 read B'],
			warnings: [
				'The message was marked as read, but the typing indicator was not shown: Plain refused: never.',
			],
		},
	],
	[
		'The typing indicator is not shown for whole chats',
		{ items: webhookItems([[A]], { operation: 'markChat', ...typing }), sent: ['markChat'] },
	],
	[
		'An id that looks odd is sent all the same, with a warning that is told once',
		{
			items: webhookItems([[A, { id: 'wamid.B' }], [A]]),
			provider: picky,
			sent: ['A', 'wamid.B'],
			warnings: ['"A" does not look right'],
		},
	],
	[
		'An item of which some messages cannot be marked becomes the receipts of the others, and one failure that names the ids',
		{
			items: webhookItems([
				[A, { id: 'X', account: 'broken' }, B, { id: 'Y', account: 'broken' }],
				[C],
			]),
			provider: picky,
			sent: ['A', 'B', 'C'],
			marked: ['0 read A,B', '0 failed X,Y', '1 read C'],
		},
	],
	[
		'An item of which some messages cannot be read comes with a hint about those',
		{
			items: [inputItem({ json: { messages: [inbound(A)], broken: ['a message without an ID'] } })],
			marked: ['0 read A'],
			warnings: [
				'1 of 2 messages in the incoming Plain event cannot be read, so they are not marked: a message without an ID.',
			],
		},
	],
	[
		'Items that cannot be marked fail alone, without a call',
		{
			items: [...webhookItems([[A]]), inputItem({ index: 1, json: { hello: 'world' } })],
			sent: ['A'],
			marked: ['0 read A', '1 failed'],
		},
	],
	[
		'Of the messages of one call exactly those fail that the provider did not mark',
		{
			items: webhookItems([[A, B], [C]]),
			provider: inBatches,
			answers: { 'A,B,C': answer(200, { failed: { B: 'never' } }) },
			sent: ['A,B,C'],
			marked: ['0 failed B', '1 read C'],
			receipts: [{ messageIds: ['B'], markedIds: ['A'], code: 'never' }, { messageIds: ['C'] }],
		},
	],
	[
		'An event without a message is left out when it is to be dropped, and the messages beside it are marked',
		{
			items: [...webhookItems([[A]]), inputItem({ index: 1, json: status })],
			marked: ['0 read A'],
			warnings: [],
		},
	],
])('%s', async (_, { items, provider, answers = {}, ...expected }) => {
	const outside = new VirtualOutside((request) => answers[nameOf(request)] ?? answer(200));

	const result = await run(items, { outside, ...(provider && { provider }) });

	expect({
		sent: outside.requests.map(nameOf),
		marked: summary(result),
		receipts: receipts(result),
		warnings: result.warnings,
	}).toMatchObject(expected);
});

it('1,000 messages of 50 chats that are sent in batches cost 50 calls', async () => {
	const outside = new VirtualOutside();
	const items = webhookItems(
		Array.from({ length: 1000 }, (_, n) => [{ id: `ID${n}`, chatId: `chat${n % 50}` }]),
	);

	const result = await run(items, { provider: inBatches, outside });

	expect(outside.requests).toHaveLength(50);
	expect(result.reports).toHaveLength(1000);
});

it('No more requests are in flight than the settings allow', async () => {
	const outside = new VirtualOutside();
	const items = webhookItems(Array.from({ length: 30 }, (_, n) => [{ id: `ID${n}` }]));
	const settings = { maxConcurrency: 3, maxRetries: 3, maxWait: 120_000 };

	await run(items, { outside, settings });

	expect(outside.mostInFlight).toBe(3);
});

describe('An event without a message', () => {
	it('is reported as skipped, with the reason, when it is passed on', async () => {
		const items = [inputItem({ index: 5, json: status, nonMessageEvents: 'pass' })];

		expect((await run(items)).reports).toEqual([
			{
				kind: 'receipt',
				itemIndex: 5,
				keepsInput: false,
				json: expect.objectContaining({ status: 'skipped', reason: 'a delivery status' }),
			},
		]);
	});

	it('fails when it is to be an error', async () => {
		const items = [inputItem({ json: status, nonMessageEvents: 'error' })];
		const message = 'The incoming event holds no message to mark: it is a delivery status';

		expect((await run(items)).reports).toMatchObject([
			{ kind: 'failed', failure: { message, attempts: 0 } },
		]);
	});
});

describe('Secrets', () => {
	it("of the credential are in no report, though the provider's answer repeats them", async () => {
		const outside = new VirtualOutside((request) =>
			nameOf(request) === 'A'
				? answer(200, { echo: 'Bearer dummy-token' })
				: answer(400, { code: 'never', text: 'bad dummy-token' }),
		);
		const items = webhookItems([[A], [B]], { includeInput: true, includeResponse: true });

		const result = JSON.stringify(await run(items, { outside }));

		expect(result).not.toContain('dummy-token');
		expect(result).toContain('bad [redacted]');
	});

	it('of the payload are in no report', async () => {
		const json = { messages: [inbound(A)], secret: 'dummy-live' };

		const result = await run([inputItem({ json, includeInput: true })]);

		expect(JSON.stringify(result)).not.toContain('dummy-live');
		expect(receipts(result)[0]).toMatchObject({ secret: '[redacted]' });
	});

	it('of the payload that have no URL-encoding harm nobody', async () => {
		const json = { messages: [], secret: '\ud83d-half' };
		const hostile = inputItem({ index: 1, json, nonMessageEvents: 'pass', includeInput: true });

		const result = await run([...webhookItems([[B]]), hostile]);

		expect(receipts(result)).toEqual([
			expect.objectContaining({ status: 'read', messageIds: ['B'] }),
			{
				messages: [],
				secret: '[redacted]',
				readReceipt: expect.objectContaining({ status: 'skipped' }),
			},
		]);
	});
});
