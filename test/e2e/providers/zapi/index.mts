import { ACCOUNT } from '../../../../tools/sandbox/providers/zapi/credential.mts';
import type { ProviderUnderTest } from '../provider.mts';

const { instanceId, token, clientToken } = ACCOUNT;

export const underTest: ProviderUnderTest = {
	id: 'zapi',
	label: 'Z-API',
	operations: ['markMessage', 'markChat', 'markChatUnread'],
	messageFields: ['Chat', 'Message ID'],
	latestOnly: null,
	fieldParameters: (posted) => ({ chatId: posted('chatId'), messageId: posted('messageId') }),
	typingCalls: null,
	faultReactions: { 'empty answer': 'taken' },
	credential: {
		displayName: 'WhatsApp Mark Read: Z-API API',
		fields: ['Instance ID *', 'Token *', 'Client Token', 'Base URL'],
		secrets: ['token', 'clientToken'],
		wrong: { clientToken: 'example-of-a-wrong-token' },
		refusal: ['does not accept the credential', 'Z-API panel'],
	},
	chats: {
		direct: (digits) => `554198${digits}1`,
		group: (digits) => `12036315${digits}01-group`,
	},
	refusal: {
		// An event of another instance, which the token does not fit.
		calls: 0,
		event: (messages) => messages.forge({ provider: 'zapi', kind: 'direct', account: '3E00' }),
		fields: (_, posted) => ({
			item: { ...posted, chatId: '120363000000000001@newsletter' },
			refusedBy: 'node',
		}),
	},
	sending: {
		host: 'api.z-api.io',
		path: `/instances/${instanceId}/token/{token}/send-text`,
		credential: { token, headers: { 'client-token': clientToken } },
	},
};
