import { ACCOUNT } from '../../../../tools/sandbox/providers/kirim/credential.mts';
import { metaTraits, TEMPORARY_CODES } from '../meta.mts';
import type { ProviderUnderTest } from '../provider.mts';

export const underTest: ProviderUnderTest = {
	id: 'kirim',
	label: 'Kirim.chat',
	// Kirim may hear of a message later than the webhook's receiver: the node asks once more.
	...metaTraits('kirim', 2),
	// Only the message that is named, whatever Meta marks along (docs/providers/kirim.md, "Requests").
	latestOnly: { isDefault: false, marksEarlier: false },
	faultReactions: { ...TEMPORARY_CODES, 'empty answer': 'taken' },
	credential: {
		displayName: 'WhatsApp Mark Read: Kirim.chat API',
		fields: ['API Key *', 'Phone Number ID', 'Base URL'],
		secrets: ['apiKey'],
		wrong: { apiKey: 'kdv_live_exampleOfAWrongKey' },
		refusal: ['API key is not valid or has expired', 'start with "kdv_live_"'],
	},
	chats: {
		direct: (digits) => `6285713${digits}`,
		group: (digits) => `Y2FwaV9ncm91cDoy${digits}`,
	},
	sending: {
		host: 'api.kirim.chat',
		path: `/v1/${ACCOUNT.phoneNumberId}/messages`,
		credential: { headers: { authorization: `Bearer ${ACCOUNT.apiKey}` } },
	},
};
