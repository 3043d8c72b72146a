import { ACCOUNT } from '../../../../tools/sandbox/providers/dialog360/credential.mts';
import { metaTraits } from '../meta.mts';
import type { ProviderUnderTest } from '../provider.mts';

export const underTest: ProviderUnderTest = {
	id: 'dialog360',
	label: '360dialog',
	...metaTraits('dialog360', 1),
	// The key names the number.
	messageFields: ['Message ID'],
	fieldParameters: (posted) => ({ messageId: posted('messageId') }),
	typingCalls: null,
	keyDecidesAccount: true,
	latestOnly: { isDefault: true, marksEarlier: true },
	credential: {
		displayName: 'WhatsApp Mark Read: 360dialog API',
		fields: ['API Key *', 'Base URL'],
		secrets: ['apiKey'],
		wrong: { apiKey: 'exampleOfAWrongKey' },
		refusal: ['does not accept the API key', '360dialog Hub'],
	},
	chats: {
		direct: (digits) => `4915113${digits}1`,
		group: (digits) => `Y2FwaV9ncm91cDoz${digits}`,
	},
	sending: {
		host: 'waba-v2.360dialog.io',
		path: '/messages',
		credential: { headers: { 'd360-api-key': ACCOUNT.apiKey } },
	},
};
