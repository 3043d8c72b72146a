import { buildReceiptRequest } from '../../../../../nodes/WhatsAppMarkRead/providers/meta/receipt';

const CALL = {
	kind: 'markMessages',
	account: '106540352242922',
	chatId: '16505551234',
	sender: null,
	messageIds: ['wamid.ABC'],
} as const;

const CONNECTION = { apiUrl: 'https://graph.facebook.com/v25.0', account: null, secrets: [] };

function bodyOf(withTyping: boolean): string {
	return JSON.stringify(buildReceiptRequest({ ...CALL, withTyping }, CONNECTION).body);
}

describe("A read receipt in Meta's format", () => {
	it('is posted to the messages of the phone number', () => {
		expect(buildReceiptRequest({ ...CALL, withTyping: false }, CONNECTION)).toMatchObject({
			method: 'POST',
			url: 'https://graph.facebook.com/v25.0/106540352242922/messages',
		});
	});

	it('is all there is: no other call can be built', () => {
		const call = { kind: 'showTyping', account: '106540352242922', chatId: '16505551234' } as const;
		expect(() => buildReceiptRequest(call, CONNECTION)).toThrow(TypeError);
	});

	it('is byte for byte what other clients send', () => {
		expect(bodyOf(false)).toBe(
			'{"messaging_product":"whatsapp","status":"read","message_id":"wamid.ABC"}',
		);
	});

	it('carries the typing indicator along', () => {
		expect(bodyOf(true)).toBe(
			'{"messaging_product":"whatsapp","status":"read","message_id":"wamid.ABC","typing_indicator":{"type":"text"}}',
		);
	});
});
