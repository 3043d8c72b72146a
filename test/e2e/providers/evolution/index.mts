import { ACCOUNT } from '../../../../tools/sandbox/providers/evolution/credential.mts';
import type { ProviderUnderTest } from '../provider.mts';

const { instance, apiKey } = ACCOUNT;

export const underTest: ProviderUnderTest = {
	id: 'evolution',
	label: 'Evolution API',
	operations: ['markMessage', 'markChatUnread'],
	messageFields: ['Instance', 'Chat', 'Message ID'],
	latestOnly: null,
	fieldParameters: (posted) => ({ chatId: posted('chatId'), messageId: posted('messageId') }),
	typingCalls: 2,
	faultReactions: {},
	credential: {
		displayName: 'WhatsApp Mark Read: Evolution API',
		fields: ['API Key *', 'Instance', 'Base URL *'],
		secrets: ['apiKey'],
		wrong: { apiKey: 'example-of-a-wrong-key' },
		refusal: ['does not accept the API key', 'AUTHENTICATION_API_KEY'],
	},
	chats: {
		direct: (digits) => `551191${digits}1@s.whatsapp.net`,
		group: (digits) => `12036314${digits}01@g.us`,
	},
	refuses: {
		// Its server leaves the author out.
		groups: true,
		// Its server asks for the last message of the chat.
		fields: ['markChatUnread'],
	},
	refusal: {
		calls: 0,
		event: (messages) => messages.forge({ provider: 'evolution', kind: 'group' }),
		fields: (messages, posted) => ({
			item: { ...posted, chatId: messages.newChat('evolution', 'group') },
			refusedBy: 'node',
		}),
	},
	sending: {
		host: 'evo.example.com',
		path: `/message/sendText/${instance}`,
		credential: { headers: { apikey: apiKey } },
	},
};
