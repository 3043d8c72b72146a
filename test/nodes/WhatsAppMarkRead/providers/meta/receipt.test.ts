import { buildReceiptRequest } from '../../../../../nodes/WhatsAppMarkRead/providers/meta/receipt';

const CALL = {
	kind: 'markMessages',
	account: '106540352242922',
	chatId: '16505551234',
	sender: null,
	messageIds: ['wamid.ABC'],
} as const;

const CONNECTION = { apiUrl: 'https://graph.facebook.com/v25.0', account: null, secrets: [] };

it.each([
	[false, '{"messaging_product":"whatsapp","status":"read","message_id":"wamid.ABC"}'],
	[
		true,
		'{"messaging_product":"whatsapp","status":"read","message_id":"wamid.ABC","typing_indicator":{"type":"text"}}',
	],
])(
	"A read receipt in Meta's format is byte for byte what other clients send (typing: %s)",
	(withTyping, body) => {
		const request = buildReceiptRequest({ ...CALL, withTyping }, CONNECTION);

		expect(JSON.stringify(request.body)).toBe(body);
	},
);
