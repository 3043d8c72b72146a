import { InvalidInput } from '../../../../../nodes/WhatsAppMarkRead/input/invalidInput';
import { wawp } from '../../../../../nodes/WhatsAppMarkRead/providers/wawp';

const CHAT = '447441429009@c.us';
const GROUP = '120363123456789@g.us';
const ID = 'false_447441429009@c.us_AAAAAAAAAAAAAAAAAAAA';

describe('The fields of Wawp', () => {
	it('are chat, message ids, chat type and sender', () => {
		expect(wawp.fields.map(({ displayName, name }) => [displayName, name])).toEqual([
			['Chat', 'chatId'],
			['Message IDs', 'messageIds'],
			['Chat Type', 'chatType'],
			['Sender', 'sender'],
		]);
	});

	it('name a message of a direct chat (seed 004)', () => {
		expect(wawp.readMessages({ chatId: CHAT, messageIds: [ID], chatType: 'direct' })).toEqual([
			{ id: ID, account: null, chatId: CHAT, sender: null, isGroup: false, timestamp: null },
		]);
	});

	it.each([
		['several entries', ['AAAA', 'BBBB']],
		['a list in an entry', [['AAAA', 'BBBB']]],
		['a comma list in an entry', ['AAAA, BBBB']],
		['one expression for the whole field', 'AAAA,BBBB'],
		['JSON text for the whole field', '["AAAA","BBBB"]'],
	])('may name several messages by %s', (_, messageIds) => {
		expect(wawp.readMessages({ chatId: CHAT, messageIds }).map(({ id }) => id)).toEqual([
			'false_447441429009@c.us_AAAA',
			'false_447441429009@c.us_BBBB',
		]);
	});

	it.each([
		['+44 7441 429009', '447441429009@c.us'],
		['447441429009', '447441429009@c.us'],
		['447441429009@c.us', '447441429009@c.us'],
		['447441429009@s.whatsapp.net', '447441429009@c.us'],
		['123456789012345@lid', '123456789012345@lid'],
		['120363123456789@newsletter', '120363123456789@newsletter'],
	])('take the chat %s as %s', (chatId, written) => {
		expect(wawp.readMessages({ chatId, messageIds: ['AAAA'] })[0]?.chatId).toBe(written);
		expect(wawp.readChat?.({ chatId })).toBe(written);
	});

	it('build the id the engine takes out of chat and bare id', () => {
		const [message] = wawp.readMessages({ chatId: '+44 7441 429009', messageIds: ['3EB0AAAA'] });
		expect(message?.id).toBe('false_447441429009@c.us_3EB0AAAA');
	});

	it('build the id out of chat, bare id and author in a group', () => {
		const fields = {
			chatId: GROUP,
			messageIds: ['3EB0AAAA'],
			chatType: 'group',
			sender: '+44 7441 429009',
		};
		expect(wawp.readMessages(fields)).toEqual([
			{
				id: 'false_120363123456789@g.us_3EB0AAAA_447441429009@c.us',
				account: null,
				chatId: GROUP,
				sender: '447441429009@c.us',
				isGroup: true,
				timestamp: null,
			},
		]);
	});

	it('pass a serialized id on unchanged', () => {
		const id = 'false_120363123456789@g.us_AAAA_447441429009@s.whatsapp.net';
		const fields = { chatId: GROUP, messageIds: [id], chatType: 'group' };
		expect(wawp.readMessages(fields)[0]).toMatchObject({ id, sender: '447441429009@c.us' });
	});

	it('have the sender appended to an id of a group that does not end with its author', () => {
		const messageIds = [
			`false_${GROUP}_AAAA`,
			`false_${GROUP}_BBBB_${CHAT}`,
			`false_${GROUP}_CCCC_out`,
		];
		const fields = { chatId: GROUP, messageIds, chatType: 'group', sender: CHAT };
		expect(wawp.readMessages(fields).map(({ id }) => id)).toEqual([
			`false_${GROUP}_AAAA_${CHAT}`,
			`false_${GROUP}_BBBB_${CHAT}`,
			`false_${GROUP}_CCCC_out`,
		]);
	});

	it('refuse an id of another chat, and name both', () => {
		expect(() => wawp.readMessages({ chatId: '447441429001', messageIds: [ID] })).toThrow(
			new InvalidInput(
				`'Message IDs' holds "${ID}", a message of the chat "447441429009@c.us", but 'Chat' is "447441429001"`,
				'',
			),
		);
	});

	it('may leave the sender to the ids, which may name several', () => {
		const messageIds = [
			'false_120363123456789@g.us_AAAA_447441429009@c.us',
			'false_120363123456789@g.us_BBBB_123456789012345@lid',
		];
		const messages = wawp.readMessages({
			chatId: GROUP,
			messageIds,
			chatType: 'group',
			sender: '',
		});
		expect(messages.map(({ sender }) => sender)).toEqual([
			'447441429009@c.us',
			'123456789012345@lid',
		]);
	});

	it('may leave the sender of a group message unknown', () => {
		const fields = { chatId: GROUP, messageIds: ['AAAA'], chatType: 'group', sender: 'null' };
		expect(wawp.readMessages(fields)[0]).toMatchObject({
			id: 'false_120363123456789@g.us_AAAA',
			sender: null,
		});
	});

	it('take the sender that is given where the id names the same person by LID', () => {
		const fields = {
			chatId: GROUP,
			messageIds: ['false_120363123456789@g.us_AAAA_123456789012345@lid'],
			chatType: 'group',
			sender: CHAT,
		};
		expect(wawp.readMessages(fields)[0]?.sender).toBe('447441429009@c.us');
	});

	it('refuse a sender who is not the one the id names', () => {
		const fields = {
			chatId: GROUP,
			messageIds: ['false_120363123456789@g.us_AAAA_447441429001@c.us'],
			chatType: 'group',
			sender: CHAT,
		};
		expect(() => wawp.readMessages(fields)).toThrow(
			new InvalidInput(
				'\'Sender\' is "447441429009@c.us", but the message id ends with "447441429001@c.us"',
				'',
			),
		);
	});

	it('use the sender for groups only, whatever the chat type', () => {
		const fields = { chatId: CHAT, messageIds: ['AAAA'], chatType: 'group', sender: CHAT };
		expect(wawp.readMessages(fields)[0]).toMatchObject({
			id: 'false_447441429009@c.us_AAAA',
			sender: null,
			isGroup: false,
		});
	});

	it('refuse a group when the chat type is direct, and say which field to set', () => {
		expect(() =>
			wawp.readMessages({ chatId: GROUP, messageIds: [ID], chatType: 'direct' }),
		).toThrow(
			new InvalidInput(
				"'Chat' is the group \"120363123456789@g.us\", but 'Chat Type' is 'Direct'",
				'',
			),
		);
	});

	it('refuse a wamid', () => {
		expect(() => wawp.readMessages({ chatId: CHAT, messageIds: ['wamid.ABC'] })).toThrow(
			new InvalidInput(
				'\'Message IDs\' holds "wamid.ABC", which is an id of the WhatsApp Cloud API',
				'',
			),
		);
	});

	it('refuse the id of an own message, which Wawp would silently skip', () => {
		const messageIds = [ID, 'true_447441429009@c.us_BBBB'];
		expect(() => wawp.readMessages({ chatId: CHAT, messageIds })).toThrow(
			new InvalidInput(
				'\'Message IDs\' holds "true_447441429009@c.us_BBBB", a message you sent yourself',
				'',
			),
		);
	});

	it.each([
		['Chat', { messageIds: [ID] }, "'Chat' is empty"],
		['Message IDs', { chatId: CHAT, messageIds: [] }, "'Message IDs' is empty"],
		['Message IDs', { chatId: CHAT, messageIds: [''] }, "'Message IDs' is empty"],
	])('refuse an empty "%s" (%j)', (_, fields, message) => {
		expect(() => wawp.readMessages(fields)).toThrow(new InvalidInput(message, ''));
	});

	it('come with a word of warning where a group message names no author', () => {
		const doubt = wawp.hintAbout?.({ id: `false_${GROUP}_AAAA`, isGroup: true, sender: null });
		expect(doubt).toBe(
			"A group message came without its author: the ticks may stay grey. Under 'Define Below' the author goes into 'Sender'.",
		);
		expect(wawp.hintAbout?.({ id: ID, isGroup: true, sender: CHAT })).toBeNull();
		expect(wawp.hintAbout?.({ id: ID, isGroup: false, sender: null })).toBeNull();
	});

	it('need the chat alone for operations on whole chats', () => {
		expect(wawp.readChat?.({ chatId: GROUP })).toBe('120363123456789@g.us');
		expect(() => wawp.readChat?.({})).toThrow(new InvalidInput("'Chat' is empty", ''));
	});
});
