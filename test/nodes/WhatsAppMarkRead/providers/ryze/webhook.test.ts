import catalogue from '../../../../fixtures/ryze/catalogue.json';
import catalogueEdit from '../../../../fixtures/ryze/catalogueEdit.json';
import catalogueGroup from '../../../../fixtures/ryze/catalogueGroup.json';
import catalogueGroupWithoutDomain from '../../../../fixtures/ryze/catalogueGroupWithoutDomain.json';
import catalogueOutgoing from '../../../../fixtures/ryze/catalogueOutgoing.json';
import catalogueReaction from '../../../../fixtures/ryze/catalogueReaction.json';
import catalogueRevoke from '../../../../fixtures/ryze/catalogueRevoke.json';
import catalogueWithoutDomain from '../../../../fixtures/ryze/catalogueWithoutDomain.json';
import live from '../../../../fixtures/ryze/live.json';
import liveEdit from '../../../../fixtures/ryze/liveEdit.json';
import liveGroup from '../../../../fixtures/ryze/liveGroup.json';
import liveGroupLidSender from '../../../../fixtures/ryze/liveGroupLidSender.json';
import liveGroupWithoutSender from '../../../../fixtures/ryze/liveGroupWithoutSender.json';
import liveLidOnly from '../../../../fixtures/ryze/liveLidOnly.json';
import liveOutgoing from '../../../../fixtures/ryze/liveOutgoing.json';
import liveReaction from '../../../../fixtures/ryze/liveReaction.json';
import liveRevoke from '../../../../fixtures/ryze/liveRevoke.json';
import { InvalidInput } from '../../../../../nodes/WhatsAppMarkRead/input/invalidInput';
import type { JsonObject } from '../../../../../nodes/WhatsAppMarkRead/input/untrustedJson';
import { ryze } from '../../../../../nodes/WhatsAppMarkRead/providers/ryze';

const liveWith = (data: object): JsonObject => ({
	...live.payload,
	data: { ...live.payload.data, ...data },
});

describe('The webhook of RyzeAPI', () => {
	it.each([
		['as live installations send it', live],
		['as the catalogue documents it', catalogue],
	])('%s holds id, chat, instance and time', (_, { payload }) => {
		expect(ryze.readWebhook(payload)).toEqual({
			messages: [
				{
					id: '3EB08FCF27E532F1B0F5',
					account: 'support',
					chatId: '5511999999999@s.whatsapp.net',
					sender: null,
					isGroup: false,
					timestamp: 1739321024,
				},
			],
			skipped: [],
			unreadable: [],
		});
	});

	it.each([
		['live', liveGroup],
		['of the catalogue', catalogueGroup],
	])('%s holds the author of a group message', (_, { payload }) => {
		expect(ryze.readWebhook(payload)?.messages).toEqual([
			expect.objectContaining({
				chatId: '120363123456789@g.us',
				sender: '5511999999999@s.whatsapp.net',
				isGroup: true,
			}),
		]);
	});

	it('names chat or author by LID where no jid is given; no phone number is made out of it', () => {
		expect(ryze.readWebhook(liveLidOnly.payload)?.messages[0]?.chatId).toBe('123456789012345@lid');
		expect(ryze.readWebhook(liveGroupLidSender.payload)?.messages[0]?.sender).toBe(
			'123456789012345@lid',
		);
	});

	it('names chat by LID where the jid cannot be read', () => {
		const chat = { jid: 'unknown', lid: '123456789012345@lid', type: 'private' };
		expect(ryze.readWebhook(liveWith({ chat }))?.messages[0]?.chatId).toBe('123456789012345@lid');
	});

	it('may give a LID without its domain', () => {
		const chat = { lid: '123456789012345', type: 'private' };
		expect(ryze.readWebhook(liveWith({ chat }))?.messages[0]?.chatId).toBe('123456789012345@lid');
	});

	it('may give a person without the domain: the number alone is what the API takes', () => {
		expect(ryze.readWebhook(catalogueWithoutDomain.payload)?.messages[0]?.chatId).toBe(
			'5511999999999',
		);
	});

	it('may give a group and its author without their domains', () => {
		expect(ryze.readWebhook(catalogueGroupWithoutDomain.payload)?.messages).toEqual([
			expect.objectContaining({
				chatId: '120363123456789@g.us',
				sender: '5511999999999@s.whatsapp.net',
				isGroup: true,
			}),
		]);
	});

	it('holds messages of newsletters', () => {
		const chat = { jid: '120363123456789', type: 'newsletter' };
		expect(ryze.readWebhook(liveWith({ chat }))?.messages).toEqual([
			expect.objectContaining({
				chatId: '120363123456789@newsletter',
				sender: null,
				isGroup: false,
			}),
		]);
	});

	it('has addresses of WhatsApp Web put in the writing of the API', () => {
		const chat = { jid: '5511999999999@c.us', type: 'private' };
		expect(ryze.readWebhook(liveWith({ chat }))?.messages[0]?.chatId).toBe(
			'5511999999999@s.whatsapp.net',
		);
	});

	it.each([
		['a message you sent yourself (live)', 'a message you sent yourself', liveOutgoing],
		['a message you sent yourself (catalogue)', 'a message you sent yourself', catalogueOutgoing],
		['a deleted message (live)', 'a deleted message', liveRevoke],
		['a deleted message (catalogue)', 'a deleted message', catalogueRevoke],
		['an edit of an earlier message (live)', 'an edit of an earlier message', liveEdit],
		['an edit of an earlier message (catalogue)', 'an edit of an earlier message', catalogueEdit],
		['a reaction (live)', 'a reaction', liveReaction],
		['a reaction (catalogue)', 'a reaction', catalogueReaction],
	])('holds nothing to mark in %s', (_, reason, { payload }) => {
		expect(ryze.readWebhook(payload)).toEqual({ messages: [], skipped: [reason], unreadable: [] });
	});

	it('holds nothing to mark in a message that says it is from yourself', () => {
		expect(ryze.readWebhook(liveWith({ fromMe: true }))).toEqual({
			messages: [],
			skipped: ['a message you sent yourself'],
			unreadable: [],
		});
	});

	it('holds nothing to mark in a status update', () => {
		expect(ryze.readWebhook(liveWith({ chat: { jid: 'status@broadcast' } }))).toEqual({
			messages: [],
			skipped: ['a status update (story)'],
			unreadable: [],
		});
	});

	it.each([
		['message.status'],
		['call.update'],
		['group.flow'],
		['instance.state'],
		['label.update'],
	])('holds nothing to mark in the event %s, with its instance or without', (event) => {
		const skipped = { messages: [], skipped: [`an event "${event}"`], unreadable: [] };
		expect(ryze.readWebhook({ ...live.payload, event })).toEqual(skipped);
		expect(ryze.readWebhook({ event, data: {} })).toEqual(skipped);
	});

	it.each([
		['with data', { data: {} }],
		['without', {}],
	])(
		'holds nothing to mark in an event that is not known, but names its instance (%s)',
		(_, more) => {
			const { instanceData } = live.payload;
			expect(ryze.readWebhook({ event: 'something.new', instanceData, ...more })).toEqual({
				messages: [],
				skipped: ['an event "something.new"'],
				unreadable: [],
			});
		},
	);

	it('repeats an event of any length in a few words', () => {
		const event = `message.${'x'.repeat(50_000)}`;
		expect(ryze.readWebhook({ ...live.payload, event })?.skipped[0]?.length).toBeLessThan(80);
	});

	it.each([[undefined], [null], [''], ['null'], [{}], [12345]])(
		'says so when the message has no id (%j)',
		(id) => {
			expect(ryze.readWebhook(liveWith({ id }))).toEqual({
				messages: [],
				skipped: [],
				unreadable: ['a message without an id'],
			});
		},
	);

	it.each([[undefined], [{}], [{ jid: 'unknown' }], [{ jid: 'null', lid: '' }], ['5511999999999']])(
		'is refused when it does not say which chat it is from: %j',
		(chat) => {
			expect(() => ryze.readWebhook(liveWith({ chat }))).toThrow(
				new InvalidInput('The RyzeAPI message does not say which chat it is from', ''),
			);
		},
	);

	it('is refused when a group message does not say who wrote it', () => {
		expect(() => ryze.readWebhook(liveGroupWithoutSender.payload)).toThrow(
			new InvalidInput('The RyzeAPI group message does not say who wrote it', ''),
		);
	});

	it('leaves the instance to the credential when the event names none', () => {
		const payload = { event: 'message.exchange', data: live.payload.data };
		expect(ryze.readWebhook(payload)?.messages[0]?.account).toBeNull();
	});

	it.each([['__proto__'], ['constructor'], ['toString']])(
		'takes the chat type %s for one it does not know',
		(type) => {
			const chat = { jid: '5511999999999', type };
			expect(ryze.readWebhook(liveWith({ chat }))?.messages[0]?.chatId).toBe('5511999999999');
		},
	);

	it('never gives the token or the address it carries', () => {
		const { instanceData } = live.payload;
		const told = JSON.stringify(ryze.readWebhook(live.payload));
		expect(instanceData).toMatchObject({
			token: 'dummy-ryze-token',
			baseUrl: 'https://ryzeapi.cloud',
		});
		expect(told).not.toContain('dummy-ryze-token');
		expect(told).not.toContain('https://ryzeapi.cloud');
	});

	it.each<[string, JsonObject]>([
		['an empty object', {}],
		['an event without data', { event: 'message.exchange' }],
		['an event that is not known, without its instance', { event: 'something.new', data: {} }],
		['an event of Kirim.chat', { id: 'wbd_01HX', event: 'message.status', data: {} }],
		['an event of GREEN-API', { typeWebhook: 'stateInstanceChanged', instanceData: {} }],
	])('is not %s', (_, payload) => {
		expect(ryze.readWebhook(payload)).toBeNull();
	});
});
