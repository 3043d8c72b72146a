import { kirim } from '../../../../../nodes/WhatsAppMarkRead/providers/kirim';

const CONNECTION = { apiUrl: 'https://api.kirim.chat/v1', account: null, secrets: [] };

const WAMID = 'wamid.HBgNNjI4MTIzNDU2Nzg5FQIAEhggMUE5MDM1QzVDMUYxQTAyRkVCNzZDQjVDMjFFRDQzNTUA';

const CALL = {
	kind: 'markMessages',
	account: '106540352242922',
	chatId: null,
	sender: null,
	messageIds: [WAMID],
	withTyping: false,
} as const;

describe('A request to Kirim.chat', () => {
	it('marks a message as in the document (seed 003)', () => {
		expect(kirim.buildRequest(CALL, CONNECTION)).toEqual({
			method: 'POST',
			url: 'https://api.kirim.chat/v1/106540352242922/messages',
			body: { messaging_product: 'whatsapp', status: 'read', message_id: WAMID },
		});
	});

	it('shows the typing indicator in the same call: a second one would not reach WhatsApp', () => {
		expect(kirim.typing).toBe('sameCall');
		expect(kirim.buildRequest({ ...CALL, withTyping: true }, CONNECTION).body).toEqual({
			messaging_product: 'whatsapp',
			status: 'read',
			message_id: WAMID,
			typing_indicator: { type: 'text' },
		});
	});

	it("is made for each message unless the user says otherwise: Kirim's inbox flips only the named one", () => {
		expect([kirim.idsPerCall, kirim.latestOnlyDefault]).toEqual(['one', false]);
	});

	it.each([['markChat'], ['markChatUnread'], ['showTyping']] as const)('is never %s', (kind) => {
		const call = { kind, account: '106540352242922', chatId: '628123456789', lastMessage: null };
		expect(() => kirim.buildRequest(call, CONNECTION)).toThrow(TypeError);
	});
});
