import { ACCOUNT } from '../../../../tools/sandbox/providers/wuzapi/credential.mts';
import type { ProviderUnderTest } from '../provider.mts';

export const underTest: ProviderUnderTest = {
	id: 'wuzapi',
	label: 'Wuzapi',
	operations: ['markMessage'],
	messageFields: ['Chat', 'Message ID', 'Chat Type'],
	keyDecidesAccount: true,
	latestOnly: null,
	fieldParameters: (posted) => ({ chatId: posted('chatId'), messageId: posted('messageId') }),
	typingCalls: 2,
	faultReactions: {},
	credential: {
		displayName: 'WhatsApp Mark Read: Wuzapi API',
		fields: ['Token *', 'Base URL *'],
		secrets: ['token'],
		wrong: { token: 'example-of-a-wrong-token' },
		refusal: ['does not accept the token', 'Copy the token of the instance'],
	},
	chats: {
		direct: (digits) => `551192${digits}11@s.whatsapp.net`,
		group: (digits) => `12036316${digits}01@g.us`,
	},
	refusal: {
		calls: 0,
		// Wuzapi takes any id of any chat; a message whose chat is no address is refused by the node.
		event: (messages) => messages.forge({ provider: 'wuzapi', kind: 'direct', chat: 'nobody' }),
		fields: (messages, posted) => ({
			item: { ...posted, chatId: messages.newChat('wuzapi', 'group'), sender: '' },
			refusedBy: 'node',
		}),
	},
	sending: {
		host: 'wuzapi.example.com',
		path: '/chat/send/text',
		credential: { headers: { token: ACCOUNT.token } },
	},
};
