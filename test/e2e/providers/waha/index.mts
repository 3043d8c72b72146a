import { ACCOUNT } from '../../../../tools/sandbox/providers/waha/credential.mts';
import type { ProviderUnderTest } from '../provider.mts';

export const underTest: ProviderUnderTest = {
	id: 'waha',
	label: 'WAHA',
	operations: ['markMessage', 'markChat', 'markChatUnread'],
	messageFields: ['Session', 'Chat', 'Message ID', 'Chat Type'],
	latestOnly: null,
	fieldParameters: (posted) => ({ chatId: posted('chatId'), messageId: posted('messageId') }),
	typingCalls: 2,
	faultReactions: {
		'plain text': 'taken',
		'empty answer': 'taken',
		"501 with a proxy's page": 'notTriedAgain',
	},
	credential: {
		displayName: 'WhatsApp Mark Read: WAHA API',
		fields: ['API Key', 'Session', 'Base URL *'],
		secrets: ['apiKey'],
		wrong: { apiKey: 'exampleOfAWrongKey' },
		refusal: ['does not accept the API key', 'WAHA_API_KEY'],
	},
	chats: {
		direct: (digits) => `551194${digits}111@c.us`,
		group: (digits) => `12036315${digits}01@g.us`,
	},
	refusal: {
		calls: 1,
		event: (messages) =>
			messages.forge({ provider: 'waha', kind: 'direct', account: 'neverStarted' }),
		// The engine skips ids that it does not know; one you sent yourself is refused by the node.
		fields: (_, posted) => ({
			item: { ...posted, messageId: posted.messageId.replace('false_', 'true_') },
			refusedBy: 'node',
		}),
	},
	sending: {
		host: 'waha.example.com',
		path: '/api/sendText',
		credential: { headers: { 'x-api-key': ACCOUNT.apiKey } },
	},
};
