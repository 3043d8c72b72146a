import { ACCOUNT } from '../../../../tools/sandbox/providers/whapi/credential.mts';
import type { ProviderUnderTest } from '../provider.mts';

export const underTest: ProviderUnderTest = {
	id: 'whapi',
	label: 'Whapi.Cloud',
	operations: ['markMessage', 'markChat', 'markChatUnread'],
	// The chat shows for whole chats alone.
	messageFields: ['Message ID'],
	latestOnly: null,
	unknownMessageId: 'p.AbCdEfGhIjKlMnO.pQrS-tUvWxYz012',
	fieldParameters: (posted) => ({ chatId: posted('chatId'), messageId: posted('messageId') }),
	typingCalls: 2,
	keyDecidesAccount: true,
	faultReactions: {},
	credential: {
		displayName: 'WhatsApp Mark Read: Whapi.Cloud API',
		fields: ['Token *', 'Base URL'],
		secrets: ['token'],
		wrong: { token: 'example-of-a-wrong-token' },
		refusal: ['does not accept the token', 'from the Whapi.Cloud panel'],
	},
	chats: {
		direct: (digits) => `551195${digits}111@s.whatsapp.net`,
		group: (digits) => `12036316${digits}01@g.us`,
	},
	refusal: {
		calls: 1,
		event: (messages) => messages.forge({ provider: 'whapi', kind: 'direct' }),
		fields: (_, posted) => ({
			item: { ...posted, messageId: 'p.AbCdEfGhIjKlMnO.pQrS-tUvWxYz012' },
			refusedBy: 'provider',
		}),
	},
	sending: {
		host: 'gate.whapi.cloud',
		path: '/messages/text',
		credential: { headers: { authorization: `Bearer ${ACCOUNT.token}` } },
	},
};
