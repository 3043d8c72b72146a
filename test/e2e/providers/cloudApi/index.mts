import { ACCOUNT } from '../../../../tools/sandbox/providers/cloudApi/credential.mts';
import { metaTraits } from '../meta.mts';
import type { ProviderUnderTest } from '../provider.mts';

export const underTest: ProviderUnderTest = {
	id: 'cloudApi',
	label: 'WhatsApp Cloud API',
	...metaTraits('cloudApi', 1),
	latestOnly: { isDefault: true, marksEarlier: true },
	byExpressions: {
		body: {
			messaging_product: 'whatsapp',
			status: 'read',
			message_id: '={{ $json.entry[0].changes[0].value.messages[0].id }}',
		},
	},
	credential: {
		displayName: 'WhatsApp Mark Read: Cloud API',
		fields: [
			'Access Token *',
			'Phone Number ID',
			'WhatsApp Business Account ID',
			'App Secret',
			'API Version',
			'Base URL',
		],
		secrets: ['accessToken', 'appSecret'],
		wrong: { accessToken: 'EAAexampleOfAWrongToken' },
		refusal: ['access token is not valid or has expired', 'permanent token'],
	},
	chats: {
		direct: (digits) => `1650556${digits}`,
		group: (digits) => `Y2FwaV9ncm91cDox${digits}`,
	},
	sending: {
		host: 'graph.facebook.com',
		path: `/v25.0/${ACCOUNT.phoneNumberId}/messages`,
		credential: { headers: { authorization: `Bearer ${ACCOUNT.accessToken}` } },
	},
};
