import { wawp } from '../../../../../nodes/WhatsAppMarkRead/providers/wawp';

const CONNECTION = { apiUrl: 'https://api.wawp.net', account: null, secrets: [] };

const CALL = {
	kind: 'markMessages',
	account: '123456789',
	chatId: '447441429009@c.us',
	sender: null,
	messageIds: ['false_447441429009@c.us_AAAAAAAAAAAAAAAAAAAA'],
	withTyping: false,
} as const;

describe('A request to Wawp', () => {
	it('marks a message as in the document (seed 004), without its participant "null"', () => {
		expect(wawp.buildRequest(CALL, CONNECTION)).toEqual({
			method: 'POST',
			url: 'https://api.wawp.net/v2/send/seen',
			body: {
				chatId: '447441429009@c.us',
				messageIds: ['false_447441429009@c.us_AAAAAAAAAAAAAAAAAAAA'],
			},
		});
	});

	it('marks several messages of one author in a group', () => {
		const call = {
			...CALL,
			chatId: '120363123456789@g.us',
			sender: '447441429009@c.us',
			messageIds: [
				'false_120363123456789@g.us_AAAA_447441429009@c.us',
				'false_120363123456789@g.us_BBBB_447441429009@c.us',
			],
		};
		expect(wawp.buildRequest(call, CONNECTION).body).toEqual({
			chatId: '120363123456789@g.us',
			messageIds: [
				'false_120363123456789@g.us_AAAA_447441429009@c.us',
				'false_120363123456789@g.us_BBBB_447441429009@c.us',
			],
			participant: '447441429009@c.us',
		});
	});

	it.each([
		['marks a chat as read', 'markChat', 'send/seen'],
		['marks a chat as unread', 'markChatUnread', 'chats/unread'],
		['shows the typing indicator', 'showTyping', 'send/start-typing'],
	] as const)('%s', (_, kind, path) => {
		const call = { kind, account: '123456789', chatId: '447441429009@c.us', lastMessage: null };
		expect(wawp.buildRequest(call, CONNECTION)).toEqual({
			method: 'POST',
			url: `https://api.wawp.net/v2/${path}`,
			body: { chatId: '447441429009@c.us' },
		});
	});

	it('takes many message ids, and shows typing in a call of its own', () => {
		expect([wawp.idsPerCall, wawp.typing]).toEqual(['many', 'ownCall']);
	});

	it('has no choice of the newest message alone: ids are sent together instead', () => {
		expect(wawp.latestOnlyDefault).toBeNull();
	});
});
