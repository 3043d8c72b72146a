import { InvalidInput } from '../../../../../nodes/WhatsAppMarkRead/input/invalidInput';
import { ryze } from '../../../../../nodes/WhatsAppMarkRead/providers/ryze';

const GROUP = '120363123456789@g.us';
const ID = '3EB08FCF27E532F1B0F5';

describe('The fields of RyzeAPI', () => {
	it('are chat, message id, chat type and sender', () => {
		expect(ryze.fields.map(({ displayName, name }) => [displayName, name])).toEqual([
			['Chat', 'chatId'],
			['Message ID', 'messageId'],
			['Chat Type', 'chatType'],
			['Sender', 'sender'],
		]);
	});

	it('name a message of a direct chat (seed 000, "DM")', () => {
		expect(
			ryze.readMessages({ chatId: '5511999999999', messageId: ID, chatType: 'direct' }),
		).toEqual([
			{
				id: ID,
				account: null,
				chatId: '5511999999999',
				sender: null,
				isGroup: false,
				timestamp: null,
			},
		]);
	});

	it('name a message of a group and its author (seed 000, "Group")', () => {
		const fields = {
			chatId: GROUP,
			messageId: ID,
			chatType: 'group',
			sender: '5511999999999@s.whatsapp.net',
		};
		expect(ryze.readMessages(fields)).toEqual([
			{
				id: ID,
				account: null,
				chatId: GROUP,
				sender: '5511999999999@s.whatsapp.net',
				isGroup: true,
				timestamp: null,
			},
		]);
	});

	it.each([
		['+55 11 99999-9999', '5511999999999'],
		['5511999999999@s.whatsapp.net', '5511999999999@s.whatsapp.net'],
		['5511999999999@c.us', '5511999999999@s.whatsapp.net'],
		['+55 11 99999-9999@c.us', '5511999999999@s.whatsapp.net'],
		['123456789012345@lid', '123456789012345@lid'],
		['120363123456789@newsletter', '120363123456789@newsletter'],
	])('take the chat %s as %s', (chatId, number) => {
		expect(ryze.readMessages({ chatId, messageId: ID })[0]?.chatId).toBe(number);
		expect(ryze.readChat?.({ chatId })).toBe(number);
	});

	it.each([
		['+55 11 99999-9999', '5511999999999@s.whatsapp.net'],
		['5511999999999@c.us', '5511999999999@s.whatsapp.net'],
		['5511999999999@s.whatsapp.net', '5511999999999@s.whatsapp.net'],
		['123456789012345@lid', '123456789012345@lid'],
	])('take the sender %s as %s', (sender, jid) => {
		const fields = { chatId: GROUP, messageId: ID, chatType: 'group', sender };
		expect(ryze.readMessages(fields)[0]?.sender).toBe(jid);
	});

	it.each([[undefined], [''], [' '], ['null'], [null]])(
		'refuse a group message without its author (%j) before any call',
		(sender) => {
			const fields = { chatId: GROUP, messageId: ID, chatType: 'group', sender };
			expect(() => ryze.readMessages(fields)).toThrow(
				new InvalidInput("'Sender' is empty, but the chat is a group", ''),
			);
		},
	);

	it('refuse a group when the chat type is direct, and say which field to set', () => {
		expect(() => ryze.readMessages({ chatId: GROUP, messageId: ID, chatType: 'direct' })).toThrow(
			new InvalidInput(
				"'Chat' is the group \"120363123456789@g.us\", but 'Chat Type' is 'Direct'",
				'',
			),
		);
	});

	it('use the sender for groups only, whatever the chat type', () => {
		const fields = {
			chatId: '5511999999999',
			messageId: ID,
			chatType: 'group',
			sender: '5511999999999@s.whatsapp.net',
		};
		expect(ryze.readMessages(fields)[0]).toMatchObject({ sender: null, isGroup: false });
	});

	it('take the third part of an id of WAHA', () => {
		const messageId = `false_5511999999999@c.us_${ID}`;
		expect(ryze.readMessages({ chatId: '5511999999999', messageId })[0]?.id).toBe(ID);
	});

	it('take the author from the id where the sender is empty', () => {
		const messageId = [`false_${GROUP}_${ID}_5511999999999@c.us`, `false_${GROUP}_3EB0B_123@lid`];
		const messages = ryze.readMessages({ chatId: GROUP, messageId, chatType: 'group' });
		expect(messages).toMatchObject([
			{ id: ID, sender: '5511999999999@s.whatsapp.net' },
			{ id: '3EB0B', sender: '123@lid' },
		]);
	});

	it('refuse a sender who is not the one the id names', () => {
		const messageId = `false_${GROUP}_${ID}_5511999999999@c.us`;
		const fields = { chatId: GROUP, messageId, chatType: 'group', sender: '447441429009' };
		expect(() => ryze.readMessages(fields)).toThrow(
			new InvalidInput(
				'\'Sender\' is "447441429009", but the message id ends with "5511999999999@c.us"',
				'',
			),
		);
	});

	it('refuse an id of another chat, and name both', () => {
		const messageId = `false_447441429009@c.us_${ID}`;
		expect(() => ryze.readMessages({ chatId: '5511999999999', messageId })).toThrow(
			new InvalidInput(
				`'Message ID' holds "${messageId}", a message of the chat "447441429009@c.us", but 'Chat' is "5511999999999"`,
				'',
			),
		);
	});

	it.each([
		['wamid.HBgLMTY1MDM4Nzk0MzkVAgARGBJDQjZCMzlEQUE4OTJBMTE4RTUA'],
		['false_odd'],
		['true_odd'],
	])('refuse the foreign id %s', (messageId) => {
		expect(() => ryze.readMessages({ chatId: '5511999999999', messageId })).toThrow(
			`'Message ID' holds "${messageId}", which is not an id of RyzeAPI`,
		);
	});

	it('refuse the id of an own message', () => {
		const messageId = 'true_5511999999999@c.us_3EB0AAAA';
		expect(() => ryze.readMessages({ chatId: '5511999999999', messageId })).toThrow(
			`'Message ID' holds "${messageId}", a message you sent yourself`,
		);
	});

	it('may name several messages', () => {
		const messages = ryze.readMessages({
			chatId: '5511999999999',
			messageId: ['3EB0A', '3EB0B,3EB0C'],
		});
		expect(messages.map(({ id }) => id)).toEqual(['3EB0A', '3EB0B', '3EB0C']);
	});

	it.each([
		['Chat', { messageId: ID }, "'Chat' is empty"],
		['Message ID', { chatId: '5511999999999' }, "'Message ID' is empty"],
	])('refuse an empty "%s"', (_, fields, message) => {
		expect(() => ryze.readMessages(fields)).toThrow(new InvalidInput(message, ''));
	});

	it('need the chat alone for operations on whole chats', () => {
		expect(ryze.readChat?.({ chatId: GROUP })).toBe('120363123456789@g.us');
		expect(() => ryze.readChat?.({ chatId: '' })).toThrow(new InvalidInput("'Chat' is empty", ''));
	});
});
