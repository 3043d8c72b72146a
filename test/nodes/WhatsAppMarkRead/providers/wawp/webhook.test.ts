import groupAuthorInId from '../../../../fixtures/wawp/groupAuthorInId.json';
import groupAuthorOnly from '../../../../fixtures/wawp/groupAuthorOnly.json';
import groupParticipant from '../../../../fixtures/wawp/groupParticipant.json';
import groupWithoutAuthor from '../../../../fixtures/wawp/groupWithoutAuthor.json';
import message from '../../../../fixtures/wawp/message.json';
import messageAny from '../../../../fixtures/wawp/messageAny.json';
import own from '../../../../fixtures/wawp/own.json';
import sampleSaysFromMe from '../../../../fixtures/wawp/sampleSaysFromMe.json';
import { InvalidInput } from '../../../../../nodes/WhatsAppMarkRead/input/invalidInput';
import type { JsonObject } from '../../../../../nodes/WhatsAppMarkRead/input/untrustedJson';
import { wawp } from '../../../../../nodes/WhatsAppMarkRead/providers/wawp';

const messageWith = (keys: object): JsonObject => ({
	...message.payload,
	payload: { ...message.payload.payload, ...keys },
});

describe('The webhook of Wawp', () => {
	it.each([
		['message', message],
		['message.any', messageAny],
	])('as the event %s holds id, chat and time', (_, { payload }) => {
		expect(wawp.readWebhook(payload)).toEqual({
			messages: [
				{
					id: 'false_11111111111@c.us_AAAA',
					account: null,
					chatId: '11111111111@c.us',
					sender: null,
					isGroup: false,
					timestamp: 1666943582,
				},
			],
			skipped: [],
			unreadable: [],
		});
	});

	it.each([
		['participant, first of all', groupParticipant, '22222222222@c.us'],
		['the fourth part of the id, then', groupAuthorInId, '33333333333@c.us'],
		['author, at last', groupAuthorOnly, '44444444444@c.us'],
		['nothing', groupWithoutAuthor, null],
	])('names the author of a group message by %s', (_, { payload }, sender) => {
		expect(wawp.readWebhook(payload)?.messages).toEqual([
			expect.objectContaining({ chatId: '120363123456789@g.us', sender, isGroup: true }),
		]);
	});

	it.each([
		['false_120363123456789@g.us_AAAA_33333333333@c.us', groupParticipant],
		['false_120363123456789@g.us_AAAA', groupAuthorOnly],
	])('gives the id %s unchanged', (id, { payload }) => {
		expect(wawp.readWebhook(payload)?.messages[0]?.id).toBe(id);
	});

	it('never names a participant in a direct chat', () => {
		const payload = messageWith({ participant: '22222222222@c.us', author: '22222222222@c.us' });
		expect(wawp.readWebhook(payload)?.messages[0]?.sender).toBeNull();
	});

	it("holds a received message in the document's sample that says fromMe beside a false_ id", () => {
		expect(wawp.readWebhook(sampleSaysFromMe.payload)?.messages).toEqual([
			expect.objectContaining({ id: 'false_11111111111@c.us_AAAA', chatId: '11111111111@c.us' }),
		]);
	});

	it('takes the chat from the id where the message says fromMe: from may be the account itself', () => {
		const payload = messageWith({ fromMe: true, from: '71111111111@c.us' });
		expect(wawp.readWebhook(payload)?.messages[0]?.chatId).toBe('11111111111@c.us');
	});

	it('takes the chat from the id where the message does not say from whom it is', () => {
		const payload = messageWith({ from: undefined });
		expect(wawp.readWebhook(payload)?.messages[0]?.chatId).toBe('11111111111@c.us');
	});

	it.each([
		['starts with true_', own.payload],
		[
			'starts with true_, whatever fromMe says',
			messageWith({ id: 'true_1@c.us_A', fromMe: false }),
		],
		['is bare, and the message says fromMe', messageWith({ id: 'AAAA', fromMe: true })],
	])('holds nothing to mark when the id %s', (_, payload) => {
		expect(wawp.readWebhook(payload)).toEqual({
			messages: [],
			skipped: ['a message you sent yourself'],
			unreadable: [],
		});
	});

	it('has a bare id completed: the engine fails on it', () => {
		expect(wawp.readWebhook(messageWith({ id: 'AAAA' }))?.messages[0]?.id).toBe(
			'false_11111111111@c.us_AAAA',
		);
	});

	it('has a bare id completed with the author in a group', () => {
		const keys = { id: 'AAAA', from: '120363123456789@g.us', participant: '22222222222@c.us' };
		expect(wawp.readWebhook(messageWith(keys))?.messages[0]?.id).toBe(
			'false_120363123456789@g.us_AAAA_22222222222@c.us',
		);
	});

	it('may give the id as an object of the engine', () => {
		const id = { fromMe: false, id: 'AAAA', _serialized: 'false_11111111111@c.us_AAAA' };
		expect(wawp.readWebhook(messageWith({ id }))?.messages[0]?.id).toBe(
			'false_11111111111@c.us_AAAA',
		);
	});

	it.each([
		['11111111111@s.whatsapp.net', '11111111111@c.us'],
		['11111111111', '11111111111@c.us'],
		['123456789012345@lid', '123456789012345@lid'],
		['120363123456789@newsletter', '120363123456789@newsletter'],
	])('has the chat %s written as %s', (from, chatId) => {
		expect(wawp.readWebhook(messageWith({ from }))?.messages[0]?.chatId).toBe(chatId);
	});

	it('holds nothing to mark in a status update', () => {
		expect(wawp.readWebhook(messageWith({ from: 'status@broadcast' }))).toEqual({
			messages: [],
			skipped: ['a status update (story)'],
			unreadable: [],
		});
	});

	it.each([
		['message.ack'],
		['message.ack.group'],
		['message.reaction'],
		['message.revoked'],
		['message.edited'],
		['message.waiting'],
		['session.status'],
		['state.change'],
		['presence.update'],
		['group.v2.join'],
		['group.v2.participants'],
		['call.received'],
		['call.rejected'],
		['label.upsert'],
		['label.chat.added'],
		['poll.vote'],
		['poll.vote.failed'],
		['chat.archive'],
		['event.response'],
		['event.response.failed'],
		['engine.event'],
	])('holds nothing to mark in the event %s', (event) => {
		expect(wawp.readWebhook({ ...message.payload, event })).toEqual({
			messages: [],
			skipped: [`an event "${event}"`],
			unreadable: [],
		});
	});

	it.each([
		['with its name', { event: 'session.status', instance_id: '123456789', status: 'stopped' }],
		['without it', { instance_id: '123456789', status: 'SCAN_QR_CODE', timestamp: 1634567890 }],
		['with the instance as a number', { instance_id: 123456789, status: 'WORKING' }],
	])('holds nothing to mark in a flat session.status %s', (_, payload) => {
		expect(wawp.readWebhook(payload)).toEqual({
			messages: [],
			skipped: ['an event "session.status"'],
			unreadable: [],
		});
	});

	it('says so when it does not know the event', () => {
		expect.assertions(2);
		try {
			wawp.readWebhook({ ...message.payload, event: 'something.new' });
		} catch (error) {
			expect((error as InvalidInput).message).toBe(
				'The incoming Wawp event "something.new" is not one this node knows',
			);
			expect((error as InvalidInput).advice).toBe(
				"Take the event out of the webhook's list in Wawp, or keep it from this node with an IF node before it. If it should hold a message to mark, look for a newer version of this node.",
			);
		}
	});

	it.each([[undefined], [null], [''], ['null'], [{}], [[]], [12345]])(
		'says so when the message has no id (%j)',
		(id) => {
			expect(wawp.readWebhook(messageWith({ id }))).toEqual({
				messages: [],
				skipped: [],
				unreadable: ['a message without an id'],
			});
		},
	);

	it('is refused when it does not say which chat it is from', () => {
		expect(() => wawp.readWebhook(messageWith({ id: 'AAAA', from: null }))).toThrow(
			new InvalidInput('The Wawp message does not say which chat it is from', ''),
		);
	});

	it('leaves the instance to the credential: session is not documented to be the same', () => {
		expect(wawp.readWebhook(message.payload)?.messages[0]?.account).toBeNull();
	});

	it.each<[string, JsonObject]>([
		['an empty object', {}],
		['a message event without a payload', { event: 'message', session: 'default' }],
		['an event that is not known, without a session', { event: 'something.new', payload: {} }],
		['an event of somebody else', { event: 'group.flow', data: {} }],
		['a status of somebody else', { instance_id: 'i-0abc', status: 'running' }],
		['an event of WasenderAPI', { event: 'session.status', data: { status: 'connected' } }],
	])('is not %s', (_, payload) => {
		expect(wawp.readWebhook(payload)).toBeNull();
	});

	it('repeats an event of any length in a few words', () => {
		const event = `group.${'x'.repeat(50_000)}`;
		expect(wawp.readWebhook({ ...message.payload, event })?.skipped[0]?.length).toBeLessThan(80);
	});
});
