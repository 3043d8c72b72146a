import { receiptBody } from '../../../../nodes/WhatsAppMarkRead/meta/receipt';

const CALL = {
	kind: 'markMessages',
	account: '106540352242922',
	chatId: '16505551234',
	sender: null,
	messageIds: ['wamid.ABC'],
} as const;

describe("A read receipt in Meta's format", () => {
	it('is byte for byte what other clients send', () => {
		expect(JSON.stringify(receiptBody({ ...CALL, withTyping: false }))).toBe(
			'{"messaging_product":"whatsapp","status":"read","message_id":"wamid.ABC"}',
		);
	});

	it('carries the typing indicator along', () => {
		expect(JSON.stringify(receiptBody({ ...CALL, withTyping: true }))).toBe(
			'{"messaging_product":"whatsapp","status":"read","message_id":"wamid.ABC","typing_indicator":{"type":"text"}}',
		);
	});
});
