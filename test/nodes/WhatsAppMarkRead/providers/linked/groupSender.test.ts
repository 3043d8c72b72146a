import { WRONG_VALUES } from '../../../../helpers/hostileJson';
import { refusalOf } from '../../../../helpers/refusalOf';
import { readGroupSender } from '../../../../../nodes/WhatsAppMarkRead/providers/linked/groupSender';

describe('The sender of a group message', () => {
	it('is used in a group', () => {
		const chat = { user: '120363123456789', server: 'g.us' } as const;
		expect(readGroupSender(chat, 'group', '5511999999999@lid')).toEqual({
			isGroup: true,
			sender: { user: '5511999999999', server: 'lid' },
		});
	});

	it.each([['group'], ['direct'], [undefined]])(
		'is not used in a direct chat, nor looked at (chat type %s)',
		(chatType) => {
			const chat = { user: '5511999999999', server: 'c.us' } as const;
			expect(readGroupSender(chat, chatType, 'not an address')).toEqual({
				isGroup: false,
				sender: null,
			});
		},
	);

	it.each([['direct'], [undefined], [null]])(
		'cannot be given for a group when the chat type is %s',
		(chatType) => {
			const chat = { user: '120363123456789', server: 'g.us' } as const;
			expect(refusalOf(() => readGroupSender(chat, chatType, undefined))).toMatchObject({
				message: "'Chat' is the group \"120363123456789@g.us\", but 'Chat Type' is 'Direct'",
				advice: "Set 'Chat Type' to 'Group' and fill in 'Sender' with the author of the message.",
			});
		},
	);

	it.each([['120363123456789@g.us'], ['120363123456789@newsletter']])(
		'is refused when it is the chat %s',
		(sender) => {
			const chat = { user: '120363123456789', server: 'g.us' } as const;
			expect(refusalOf(() => readGroupSender(chat, 'group', sender))).toMatchObject({
				message: `'Sender' is "${sender}", which is a chat and not a person`,
				advice: 'Give the address of the person who wrote the message in the group.',
			});
		},
	);

	it('may be missing: not every provider needs it', () => {
		const chat = { user: '120363123456789', server: 'g.us' } as const;
		expect(readGroupSender(chat, 'group', '')).toEqual({ isGroup: true, sender: null });
	});

	it.each([
		['Sender', 'group', { id: 1 }],
		['Chat Type', ['group'], ''],
	])('of a wrong type is refused by the name of its field: %s', (label, chatType, sender) => {
		const chat = { user: '120363123456789', server: 'g.us' } as const;
		expect(refusalOf(() => readGroupSender(chat, chatType, sender))?.message).toContain(
			`'${label}' should be a text`,
		);
	});

	it('is read or refused whatever is given, never anything else', () => {
		for (const wrong of WRONG_VALUES) {
			refusalOf(() => readGroupSender({ user: '1', server: 'g.us' }, wrong, wrong));
		}
		expect(WRONG_VALUES.length).toBeGreaterThan(15);
	});
});
