import { cloudApi } from '../../../../../nodes/WhatsAppMarkRead/providers/cloudApi';

const CONNECTION = { apiUrl: 'https://graph.facebook.com/v25.0', account: null, secrets: [] };

const CALL = {
	kind: 'markMessages',
	account: '106540352242922',
	chatId: '16505551234',
	sender: null,
	messageIds: ['wamid.HBgLMTY1MDM4Nzk0MzkVAgARGBJDQjZCMzlEQUE4OTJBMTE4RTUA'],
	withTyping: false,
} as const;

describe('A request to the WhatsApp Cloud API', () => {
	it('marks a message as in the document (seed 002)', () => {
		expect(cloudApi.buildRequest(CALL, CONNECTION)).toEqual({
			method: 'POST',
			url: 'https://graph.facebook.com/v25.0/106540352242922/messages',
			body: {
				messaging_product: 'whatsapp',
				status: 'read',
				message_id: 'wamid.HBgLMTY1MDM4Nzk0MzkVAgARGBJDQjZCMzlEQUE4OTJBMTE4RTUA',
			},
		});
	});

	it('shows the typing indicator in the same call', () => {
		expect(cloudApi.typing).toBe('sameCall');
		expect(cloudApi.buildRequest({ ...CALL, withTyping: true }, CONNECTION).body).toEqual({
			messaging_product: 'whatsapp',
			status: 'read',
			message_id: 'wamid.HBgLMTY1MDM4Nzk0MzkVAgARGBJDQjZCMzlEQUE4OTJBMTE4RTUA',
			typing_indicator: { type: 'text' },
		});
	});

	it('takes one message id', () => {
		expect(cloudApi.idsPerCall).toBe('one');
	});

	it('is by default made for the newest message alone: it marks the earlier ones as well', () => {
		expect(cloudApi.latestOnlyDefault).toBe(true);
	});

	it.each([['markChat'], ['markChatUnread'], ['showTyping']] as const)('is never %s', (kind) => {
		const call = { kind, account: '106540352242922', chatId: '16505551234', lastMessage: null };
		expect(() => cloudApi.buildRequest(call, CONNECTION)).toThrow(TypeError);
	});
});
