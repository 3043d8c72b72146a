import { ryze } from '../../../../../nodes/WhatsAppMarkRead/providers/ryze';

const CONNECTION = { apiUrl: 'https://ryzeapi.cloud', account: null, secrets: [] };

const CALL = {
	kind: 'markMessages',
	account: 'support',
	chatId: '5511999999999',
	sender: null,
	messageIds: ['3EB08FCF27E532F1B0F5'],
	withTyping: false,
} as const;

describe('A request to RyzeAPI', () => {
	it('marks a message of a direct chat as in the document (seed 000, "DM")', () => {
		expect(ryze.buildRequest(CALL, CONNECTION)).toEqual({
			method: 'POST',
			url: 'https://ryzeapi.cloud/api/chat/markRead/support',
			body: { messageId: '3EB08FCF27E532F1B0F5', number: '5511999999999' },
		});
	});

	it('marks a message of a group as in the document (seed 000, "Group")', () => {
		const call = {
			...CALL,
			chatId: '120363123456789@g.us',
			sender: '5511999999999@s.whatsapp.net',
		};
		expect(ryze.buildRequest(call, CONNECTION).body).toEqual({
			messageId: '3EB08FCF27E532F1B0F5',
			number: '120363123456789@g.us',
			sender: '5511999999999@s.whatsapp.net',
		});
	});

	it.each([
		['marks a chat as read', 'markChat', 'markChatRead', { number: '5511999999999', read: true }],
		[
			'marks a chat as unread',
			'markChatUnread',
			'markChatRead',
			{ number: '5511999999999', read: false },
		],
		[
			'shows the typing indicator',
			'showTyping',
			'presence',
			{ number: '5511999999999', state: 'typing', duration: 25 },
		],
	] as const)('%s', (_, kind, path, body) => {
		const call = { kind, account: 'support', chatId: '5511999999999', lastMessage: null };
		expect(ryze.buildRequest(call, CONNECTION)).toEqual({
			method: 'POST',
			url: `https://ryzeapi.cloud/api/chat/${path}/support`,
			body,
		});
	});

	it('has the name of the instance encoded', () => {
		expect(ryze.buildRequest({ ...CALL, account: 'my shop/1?' }, CONNECTION).url).toBe(
			'https://ryzeapi.cloud/api/chat/markRead/my%20shop%2F1%3F',
		);
	});

	it('takes one message id, and shows typing in a call of its own', () => {
		expect([ryze.idsPerCall, ryze.typing]).toEqual(['one', 'ownCall']);
	});

	it('is made for each message: marking one does not mark the earlier ones', () => {
		expect(ryze.latestOnlyDefault).toBeNull();
	});
});
