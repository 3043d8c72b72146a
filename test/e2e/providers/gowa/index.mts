import { BASIC_TOKEN } from '../../../../tools/sandbox/providers/gowa/credential.mts';
import type { ProviderUnderTest } from '../provider.mts';

export const underTest: ProviderUnderTest = {
	id: 'gowa',
	label: 'GOWA',
	operations: ['markMessage'],
	messageFields: ['Device', 'Chat', 'Message ID'],
	latestOnly: null,
	fieldParameters: (posted) => ({ chatId: posted('chatId'), messageId: posted('messageId') }),
	typingCalls: 2,
	faultReactions: {},
	credential: {
		displayName: 'WhatsApp Mark Read: GOWA API',
		fields: ['Username', 'Password', 'Device ID', 'Base URL *'],
		secrets: ['password'],
		wrong: { password: 'example-of-a-wrong-password' },
		refusal: ['does not accept the user name and the password', 'APP_BASIC_AUTH'],
	},
	chats: {
		direct: (digits) => `551192${digits}1@s.whatsapp.net`,
		group: (digits) => `12036318${digits}01@g.us`,
	},
	refuses: {
		// Its server names itself as the author.
		groups: true,
		fields: [],
	},
	refusal: {
		calls: 0,
		event: (messages) => messages.forge({ provider: 'gowa', kind: 'group' }),
		fields: (messages, posted) => ({
			item: { ...posted, chatId: messages.newChat('gowa', 'group') },
			refusedBy: 'node',
		}),
	},
	sending: {
		host: 'gowa.example.com',
		path: '/send/message',
		credential: { headers: { authorization: `Basic ${BASIC_TOKEN}` } },
	},
};
