import { WRONG_VALUES } from '../../../../helpers/hostileJson';
import { refusalOf } from '../../../../helpers/refusalOf';
import {
	readChatJid,
	readJid,
	readLinkedMessages,
} from '../../../../../nodes/WhatsAppMarkRead/providers/linked/fields';

describe('A parameter with a chat', () => {
	it.each([
		['a phone number', '+55 11 99999-9999', { user: '5511999999999', server: null }],
		['a phone number as a number', 5511999999999, { user: '5511999999999', server: null }],
		['a JID', ' 5511999999999@c.us ', { user: '5511999999999', server: 'c.us' }],
		['a group', '120363123456789@g.us', { user: '120363123456789', server: 'g.us' }],
	])('is read from %s', (_, value, jid) => {
		expect(readChatJid(value)).toEqual(jid);
	});

	const country =
		'Enter a phone number with country code, e.g. +55 11 99999-9999, or a JID, which ends in @s.whatsapp.net, @c.us, @lid or @g.us.';
	const group =
		"This looks like the ID of a group: add \"@g.us\" to it, and set 'Chat Type' to 'Group'.";

	it.each([
		['Maria', country],
		['120363043211234567', group],
		['5511999999999-1419878123', group],
		['Maria120363043211234567', country],
		['120363043211234567 and more', country],
	])('is refused when it is %s, with advice', (value, advice) => {
		expect(refusalOf(() => readChatJid(value))).toMatchObject({
			message: `'Chat' holds "${value}", which is neither a phone number nor a JID`,
			advice,
		});
	});

	it('is refused when it is empty', () => {
		expect(refusalOf(() => readChatJid(' '))).toMatchObject({
			message: "'Chat' is empty",
			advice:
				'Enter the phone number of the person, or the JID of the group, that the message came from.',
		});
	});
});

it('A parameter with a sender may be empty', () => {
	expect(readJid('', 'Sender')).toBeNull();
});

/** One message of a group, with what the fields say of its author. */
function inGroup(chatType: unknown, sender: unknown) {
	return readLinkedMessages(
		{ chatId: '120363123456789@g.us', chatType, sender },
		'A1',
		'Message ID',
	);
}

describe('The sender of a group message', () => {
	it('is used in a group', () => {
		expect(inGroup('group', '5511999999999@lid')).toEqual([
			{
				id: 'A1',
				chat: { user: '120363123456789', server: 'g.us' },
				isGroup: true,
				author: { user: '5511999999999', server: 'lid' },
			},
		]);
	});

	it.each([['group'], ['direct'], [undefined]])(
		'is not used in a direct chat, nor looked at (chat type %s)',
		(chatType) => {
			const fields = { chatId: '5511999999999@c.us', chatType, sender: 'not an address' };
			expect(readLinkedMessages(fields, 'A1', 'Message ID')).toMatchObject([
				{ isGroup: false, author: null },
			]);
		},
	);

	it.each([['direct'], [undefined], [null]])(
		'cannot be given for a group when the chat type is %s',
		(chatType) => {
			expect(refusalOf(() => inGroup(chatType, undefined))).toMatchObject({
				message: "'Chat' is the group \"120363123456789@g.us\", but 'Chat Type' is 'Direct'",
				advice: "Set 'Chat Type' to 'Group' and fill in 'Sender' with the author of the message.",
			});
		},
	);

	it.each([['120363123456789@g.us'], ['120363123456789@newsletter']])(
		'cannot be the chat %s',
		(sender) => {
			expect(refusalOf(() => inGroup('group', sender))).toMatchObject({
				message: `'Sender' is "${sender}", which is a chat, not a person`,
				advice: 'Enter the JID of the person who wrote the message in the group.',
			});
		},
	);

	it('may be missing: not every provider needs it', () => {
		expect(inGroup('group', '')).toMatchObject([{ isGroup: true, author: null }]);
	});

	it.each([
		['Sender', 'group', { id: 1 }],
		['Chat Type', ['group'], ''],
	])('of a wrong type is an error that names its field: %s', (label, chatType, sender) => {
		expect(refusalOf(() => inGroup(chatType, sender))?.message).toContain(
			`'${label}' should be text`,
		);
	});

	it('is read or an invalid input whatever is given, never anything else', () => {
		for (const wrong of WRONG_VALUES) refusalOf(() => inGroup(wrong, wrong));
		for (const wrong of WRONG_VALUES) refusalOf(() => inGroup('group', wrong));
		expect(WRONG_VALUES.length).toBeGreaterThan(15);
	});
});

it.each([['true_120363123456789@g.us_A1'], ['true_odd']])(
	'A message that the account sent itself cannot be marked: %s',
	(id) => {
		const fields = { chatId: '120363123456789@g.us', chatType: 'group' };
		expect(refusalOf(() => readLinkedMessages(fields, id, 'Message IDs'))).toMatchObject({
			message: `'Message IDs' holds "${id}", the ID of a message you sent yourself`,
			advice: 'Only received messages can be marked as read: their IDs start with "false_".',
		});
	},
);
