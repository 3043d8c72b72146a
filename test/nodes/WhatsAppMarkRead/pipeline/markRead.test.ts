import { InvalidInput } from '../../../../nodes/WhatsAppMarkRead/input/invalidInput';
import { Pace } from '../../../../nodes/WhatsAppMarkRead/pipeline/deliver/pace';
import type { InputItem } from '../../../../nodes/WhatsAppMarkRead/pipeline/item';
import { markRead } from '../../../../nodes/WhatsAppMarkRead/pipeline/markRead';
import type { Job, JobResult } from '../../../../nodes/WhatsAppMarkRead/pipeline/markRead';
import { inputItem, webhookItems } from '../../../helpers/inputItems';
import { inbound, PLAIN_CONNECTION, plainProvider } from '../../../helpers/plainProvider';
import { answer, VirtualOutside } from '../../../helpers/virtualOutside';
import type { Scripted, SentRequest } from '../../../helpers/virtualOutside';

/** Marking a message marks the earlier ones of the chat: as the WhatsApp Cloud API. */
const latest = plainProvider({ latestOnlyDefault: true, typing: 'sameCall' });

/** Many ids of one chat and author in a call. */
const inBatches = plainProvider({ idsPerCall: 'many' });

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

/** Answers by what is asked for: ids, or the kind of a call on a chat. */
function answering(byName: Record<string, Scripted>): VirtualOutside {
	return new VirtualOutside((request) => byName[nameOf(request)] ?? answer(200));
}

function nameOf({ body }: SentRequest): string {
	return body.kind === 'markMessages' ? String(body.messageIds) : String(body.kind);
}

function sent({ requests }: VirtualOutside): string[] {
	return requests.map(nameOf);
}

/** In a few words: the item, and the ids that were marked or not. */
function summary({ reports }: JobResult): unknown[] {
	return reports.map((report) =>
		report.kind === 'failed'
			? [report.itemIndex, 'failed', report.details.messageIds]
			: [report.itemIndex, report.json.status, report.json.messageIds],
	);
}

function receipts({ reports }: JobResult) {
	return reports.map((report) => (report.kind === 'receipt' ? report.json : report.details));
}

const REFUSED = answer(400, { code: 'never' });
const BAD_ID = answer(400, { code: 'badId' });

describe('Marking messages as read', () => {
	it('makes nothing of no items', async () => {
		expect(await run([])).toEqual({ reports: [], warnings: [] });
	});

	it('gives every item its own receipt, in the order of the input', async () => {
		const outside = answering({ A: answer(200, {}, {}, 900), B: answer(200, {}, {}, 10) });

		const result = await run(webhookItems([[{ id: 'A' }], [{ id: 'B' }], [{ id: 'C' }]]), {
			outside,
		});

		expect(summary(result)).toEqual([
			[0, 'read', ['A']],
			[1, 'read', ['B']],
			[2, 'read', ['C']],
		]);
	});

	it('gives an item a receipt for each chat, and in groups for each author', async () => {
		const result = await run(
			webhookItems([
				[
					{ id: 'A', chatId: 'anna' },
					{ id: 'B', chatId: 'bob' },
					{ id: 'C', chatId: 'anna' },
					{ id: 'D', chatId: 'team', sender: 'eve', isGroup: true },
					{ id: 'E', chatId: 'team', sender: 'bob', isGroup: true },
				],
				[{ id: 'F' }],
			]),
		);

		expect(summary(result)).toEqual([
			[0, 'read', ['A', 'C']],
			[0, 'read', ['B']],
			[0, 'read', ['D']],
			[0, 'read', ['E']],
			[1, 'read', ['F']],
		]);
	});

	it('makes one call for a message that was delivered to the webhook twice', async () => {
		const outside = new VirtualOutside();

		const result = await run(webhookItems([[{ id: 'A' }], [{ id: 'A' }]]), { outside });

		expect(sent(outside)).toEqual(['A']);
		expect(summary(result)).toEqual([
			[0, 'read', ['A']],
			[1, 'read', ['A']],
		]);
	});

	it('makes 50 calls for 1,000 messages of 50 chats that are sent in batches', async () => {
		const outside = new VirtualOutside();
		const items = webhookItems(
			Array.from({ length: 1000 }, (_, position) => [
				{ id: `ID${position}`, chatId: `chat${position % 50}` },
			]),
		);

		const result = await run(items, { provider: inBatches, outside });

		expect(outside.requests).toHaveLength(50);
		expect(result.reports).toHaveLength(1000);
	});

	it('has no more requests in flight than the settings allow', async () => {
		const outside = new VirtualOutside();
		const items = webhookItems(
			Array.from({ length: 30 }, (_, position) => [{ id: `ID${position}` }]),
		);

		await run(items, {
			outside,
			settings: { maxConcurrency: 3, maxRetries: 3, maxWait: 120_000 },
		});

		expect(outside.mostInFlight).toBe(3);
	});
});

describe('Marking the latest message only', () => {
	it('marks the newest of a chat across items, and names it in the other receipts', async () => {
		const outside = new VirtualOutside();
		const items = webhookItems(
			[[{ id: 'A', timestamp: 100 }], [{ id: 'C', timestamp: 300 }], [{ id: 'B', timestamp: 200 }]],
			{ latestOnly: true },
		);

		const result = await run(items, { provider: latest, outside });

		expect(sent(outside)).toEqual(['C']);
		expect(receipts(result)).toEqual([
			expect.objectContaining({ messageIds: ['A'], coveredBy: 'C' }),
			expect.not.objectContaining({ coveredBy: 'C' }),
			expect.objectContaining({ messageIds: ['B'], coveredBy: 'C' }),
		]);
	});

	it('fails every item that the call stood for when it fails', async () => {
		const outside = answering({ B: REFUSED });
		const items = webhookItems([[{ id: 'A' }], [{ id: 'B' }], [{ id: 'X', chatId: 'bob' }]], {
			latestOnly: true,
		});

		expect(summary(await run(items, { provider: latest, outside }))).toEqual([
			[0, 'failed', ['A']],
			[1, 'failed', ['B']],
			[2, 'read', ['X']],
		]);
	});

	it('fails only the item whose id was refused, and marks the next newest', async () => {
		const outside = answering({ C: BAD_ID });
		const items = webhookItems([[{ id: 'A' }], [{ id: 'B' }], [{ id: 'C' }]], {
			latestOnly: true,
		});

		const result = await run(items, { provider: latest, outside });

		expect(sent(outside)).toEqual(['C', 'B']);
		expect(summary(result)).toEqual([
			[0, 'read', ['A']],
			[1, 'read', ['B']],
			[2, 'failed', ['C']],
		]);
		expect(receipts(result)[0]).toMatchObject({ coveredBy: 'B' });
	});
});

describe('Marking in batches', () => {
	it('fails every item whose ids shared the call when it fails', async () => {
		const outside = answering({ 'A,B': REFUSED });
		const items = webhookItems([[{ id: 'A' }], [{ id: 'X', chatId: 'bob' }], [{ id: 'B' }]]);

		expect(summary(await run(items, { provider: inBatches, outside }))).toEqual([
			[0, 'failed', ['A']],
			[1, 'read', ['X']],
			[2, 'failed', ['B']],
		]);
	});
});

describe('The typing indicator', () => {
	it('is shown after the receipt, once a chat', async () => {
		const outside = new VirtualOutside();

		const result = await run(
			webhookItems([[{ id: 'A' }], [{ id: 'B' }]], { typingIndicator: true }),
			{
				outside,
			},
		);

		expect(sent(outside)).toEqual(['A', 'B', 'showTyping']);
		expect(receipts(result)).toEqual([
			expect.objectContaining({ typingIndicator: true }),
			expect.objectContaining({ typingIndicator: true }),
		]);
	});

	it('is shown for the item that was marked when the other of the chat failed', async () => {
		const outside = answering({ A: REFUSED });

		const result = await run(
			webhookItems([[{ id: 'A' }], [{ id: 'B' }]], { typingIndicator: true }),
			{
				outside,
			},
		);

		expect(summary(result)).toEqual([
			[0, 'failed', ['A']],
			[1, 'read', ['B']],
		]);
		expect(receipts(result)[1]).toMatchObject({ typingIndicator: true });
	});

	it('is not shown when nothing was marked', async () => {
		const outside = answering({ A: REFUSED });

		await run(webhookItems([[{ id: 'A' }]], { typingIndicator: true }), { outside });

		expect(sent(outside)).toEqual(['A']);
	});

	it('is a warning, told once, when it failed', async () => {
		const outside = answering({ showTyping: REFUSED });

		const result = await run(
			webhookItems([[{ id: 'A' }], [{ id: 'B' }]], { typingIndicator: true }),
			{
				outside,
			},
		);

		expect(summary(result)).toEqual([
			[0, 'read', ['A']],
			[1, 'read', ['B']],
		]);
		expect(result.warnings).toEqual([
			'The message was marked as read, but the typing indicator was not shown: Plain refused: never.',
		]);
	});

	it('is not shown for whole chats', async () => {
		const outside = new VirtualOutside();

		await run(webhookItems([[{ id: 'A' }]], { operation: 'markChat', typingIndicator: true }), {
			outside,
		});

		expect(sent(outside)).toEqual(['markChat']);
	});
});

describe('An id that looks odd', () => {
	const provider = plainProvider({
		hintAbout: ({ id }) => (id.startsWith('wamid.') ? null : `"${id}" does not look right`),
	});

	it('is sent all the same, with a warning that is told once', async () => {
		const outside = new VirtualOutside();
		const items = webhookItems([[{ id: 'A' }, { id: 'wamid.B' }], [{ id: 'A' }]]);

		const result = await run(items, { provider, outside });

		expect(sent(outside)).toEqual(['A', 'wamid.B']);
		expect(result.warnings).toEqual(['"A" does not look right']);
	});
});

describe('An item of which some messages cannot be marked', () => {
	const provider = plainProvider({
		parseAccount: (account) => {
			if (account === 'broken') throw new InvalidInput('No such account', 'Choose another.');
			return account ?? 'support';
		},
	});

	it('becomes the receipts of the others, and one failure that names the ids', async () => {
		const outside = new VirtualOutside();
		const messages = ['A', 'X', 'B', 'Y'].map((id) => ({
			id,
			account: id < 'C' ? 'support' : 'broken',
		}));
		const items = webhookItems([messages, [{ id: 'C' }]]);

		const result = await run(items, { provider, outside });

		expect(sent(outside)).toEqual(['A', 'B', 'C']);
		expect(summary(result)).toEqual([
			[0, 'read', ['A', 'B']],
			[0, 'failed', ['X', 'Y']],
			[1, 'read', ['C']],
		]);
	});

	it('comes with a hint about those that cannot be read', async () => {
		const json = { messages: [inbound({ id: 'A' })], broken: ['a message without an ID'] };

		const result = await run([inputItem({ json })]);

		expect(summary(result)).toEqual([[0, 'read', ['A']]]);
		expect(result.warnings).toEqual([
			'1 of 2 messages in the incoming Plain event cannot be read, so they are not marked: a message without an ID.',
		]);
	});
});

describe('Items that cannot be marked', () => {
	const foreign = inputItem({ index: 1, json: { hello: 'world' } });
	const status = { messages: [], notices: ['a delivery status'] };

	it('fail alone, without a call', async () => {
		const outside = new VirtualOutside();
		const items = [...webhookItems([[{ id: 'A' }]]), foreign];

		const result = await run(items, { outside });

		expect(sent(outside)).toEqual(['A']);
		expect(summary(result)).toEqual([
			[0, 'read', ['A']],
			[1, 'failed', []],
		]);
	});

	it('are left out when they are events without a message that are dropped', async () => {
		const items = [inputItem({ json: status, nonMessageEvents: 'drop' })];

		expect(await run(items)).toEqual({ reports: [], warnings: [] });
	});

	it('are reported as skipped, with the reason, when they are passed on', async () => {
		const items = [inputItem({ index: 5, json: status, nonMessageEvents: 'pass' })];

		const { reports } = await run(items);

		expect(reports).toEqual([
			{
				kind: 'receipt',
				itemIndex: 5,
				keepsInput: false,
				json: expect.objectContaining({ status: 'skipped', reason: 'a delivery status' }),
			},
		]);
	});

	it('fail when they are events without a message that are errors', async () => {
		const items = [inputItem({ json: status, nonMessageEvents: 'error' })];

		const { reports } = await run(items);

		expect(reports[0]).toMatchObject({
			kind: 'failed',
			failure: {
				message: 'The incoming event holds no message to mark: it is a delivery status',
				attempts: 0,
			},
		});
	});
});

describe('Secrets', () => {
	it("of the credential are in no report, though the provider's answer repeats them", async () => {
		const outside = answering({
			A: answer(200, { echo: 'Bearer dummy-token' }),
			B: answer(400, { code: 'never', text: 'bad dummy-token' }),
		});
		const items = webhookItems([[{ id: 'A' }], [{ id: 'B' }]], {
			includeInput: true,
			includeResponse: true,
		});

		const result = await run(items, { outside });

		expect(JSON.stringify(result)).not.toContain('dummy-token');
		expect(JSON.stringify(result)).toContain('bad [redacted]');
	});

	it('of the payload are in no report', async () => {
		const json = {
			messages: [{ id: 'A', account: null, chatId: 'anna', sender: null, isGroup: false }],
			secret: 'dummy-live',
		};

		const result = await run([inputItem({ json, includeInput: true })]);

		expect(JSON.stringify(result)).not.toContain('dummy-live');
		expect(receipts(result)[0]).toMatchObject({ secret: '[redacted]' });
	});

	it('of the payload that have no URL-encoding harm nobody', async () => {
		const items = webhookItems([[{ id: 'B' }]]);
		const json = { messages: [], secret: '\ud83d-half' };
		const hostile = inputItem({ index: 1, json, nonMessageEvents: 'pass', includeInput: true });

		const result = await run([...items, hostile]);

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
