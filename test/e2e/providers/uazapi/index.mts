import { ACCOUNT } from '../../../../tools/sandbox/providers/uazapi/credential.mts';
import type { ProviderUnderTest } from '../provider.mts';

const UNKNOWN_ID = '3EB0000000000000FFFF';

export const underTest: ProviderUnderTest = {
	id: 'uazapi',
	label: 'UAZAPI',
	operations: ['markMessage', 'markChat', 'markChatUnread'],
	messageFields: ['Message ID'],
	keyDecidesAccount: true,
	latestOnly: null,
	unknownMessageId: UNKNOWN_ID,
	fieldParameters: (posted) => ({ chatId: posted('chatId'), messageId: posted('messageId') }),
	typingCalls: 2,
	faultReactions: {},
	credential: {
		displayName: 'WhatsApp Mark Read: UAZAPI API',
		fields: ['Instance Token *', 'Base URL *'],
		secrets: ['token'],
		wrong: { token: 'example-of-a-wrong-token' },
		refusal: ['does not accept the instance token', 'from the UAZAPI dashboard'],
	},
	chats: {
		direct: (digits) => `551191${digits}2@s.whatsapp.net`,
		group: (digits) => `12036315${digits}01@g.us`,
	},
	refusal: {
		calls: 1,
		// The server marks only what it has stored.
		event: (messages) => messages.forge({ provider: 'uazapi', kind: 'direct' }),
		// Without its chat an ID shares the request of the good one; the node sees what is no ID of UAZAPI.
		fields: (_messages, posted) => ({
			item: { ...posted, messageId: `wamid.${posted.messageId}` },
			refusedBy: 'node',
		}),
	},
	sending: {
		host: 'my-name.uazapi.com',
		path: '/send/text',
		credential: { headers: { token: ACCOUNT.token } },
	},
};
