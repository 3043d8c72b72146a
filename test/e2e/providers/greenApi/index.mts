import { ACCOUNT } from '../../../../tools/sandbox/providers/greenApi/credential.mts';
import type { ProviderUnderTest } from '../provider.mts';

const { idInstance, apiTokenInstance } = ACCOUNT;

export const underTest: ProviderUnderTest = {
	id: 'greenApi',
	label: 'GREEN-API',
	operations: ['markMessage', 'markChat'],
	messageFields: ['Chat', 'Message ID'],
	latestOnly: null,
	fieldParameters: (posted) => ({ chatId: posted('chatId'), messageId: posted('messageId') }),
	typingCalls: 2,
	faultReactions: {},
	credential: {
		displayName: 'WhatsApp Mark Read: GREEN-API API',
		fields: ['ID Instance *', 'API Token Instance *', 'Base URL'],
		secrets: ['apiTokenInstance'],
		wrong: { apiTokenInstance: 'exampleofawrongtoken' },
		refusal: ['does not accept the token', 'from the GREEN-API console'],
	},
	chats: {
		direct: (digits) => `551195${digits}111@c.us`,
		group: (digits) => `12036316${digits}01@g.us`,
	},
	refusal: {
		calls: 0,
		// The token fits one instance alone.
		event: (messages) =>
			messages.forge({ provider: 'greenApi', kind: 'direct', account: '7103000099' }),
		fields: (_, posted) => ({
			item: { ...posted, messageId: `true_${posted.chatId}_${posted.messageId}` },
			refusedBy: 'node',
		}),
	},
	sending: {
		host: 'api.green-api.com',
		path: `/waInstance${idInstance}/sendMessage/{token}`,
		credential: { token: apiTokenInstance },
	},
};
