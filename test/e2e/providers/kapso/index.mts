import { ACCOUNT } from '../../../../tools/sandbox/providers/kapso/credential.mts';
import { metaTraits } from '../meta.mts';
import type { ProviderUnderTest } from '../provider.mts';

const { apiKey, apiVersion, phoneNumberId } = ACCOUNT;

export const underTest: ProviderUnderTest = {
	id: 'kapso',
	label: 'Kapso',
	...metaTraits('kapso', 1),
	latestOnly: { isDefault: true, marksEarlier: true },
	credential: {
		displayName: 'WhatsApp Mark Read: Kapso API',
		fields: ['API Key *', 'Phone Number ID', 'API Version', 'Base URL'],
		secrets: ['apiKey'],
		wrong: { apiKey: 'exampleOfAWrongKey' },
		refusal: ['does not accept the API key', 'Kapso dashboard'],
	},
	chats: {
		direct: (digits) => `551193${digits}111`,
		group: (digits) => `Y2FwaV9ncm91cDo0${digits}`,
	},
	sending: {
		host: 'api.kapso.ai',
		path: `/meta/whatsapp/${apiVersion}/${phoneNumberId}/messages`,
		credential: { headers: { 'x-api-key': apiKey } },
	},
};
