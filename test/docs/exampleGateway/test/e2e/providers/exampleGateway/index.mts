import type { ProviderUnderTest } from '../provider.mts';

export const underTest: ProviderUnderTest = {
	id: 'exampleGateway',
	label: 'Example Gateway',
	operations: ['markMessage'],
	messageFields: ['Message ID'],
	latestOnly: null,
	fieldParameters: (posted) => ({ messageId: posted('messageId') }),
	typingCalls: 1,
	faultReactions: {},
	credential: {
		displayName: 'WhatsApp Mark Read: Example Gateway API',
		fields: ['API Key *', 'Line', 'Base URL'],
		secrets: ['apiKey'],
		wrong: { apiKey: 'example-of-a-wrong-key' },
		refusal: ['does not accept the API key'],
	},
	chats: {
		direct: (digits) => `551199999${digits}@s.whatsapp.net`,
		group: (digits) => `12036300000000${digits}@g.us`,
	},
	refusal: {
		calls: 1,
		event: (messages) =>
			messages.forge({ provider: 'exampleGateway', kind: 'direct', account: 'sales' }),
		fields: (_, posted) => ({ item: { ...posted, messageId: 'EG.none' }, refusedBy: 'provider' }),
	},
	sending: { host: 'gateway.example.com', path: '/v1/lines/support/send', credential: {} },
};
