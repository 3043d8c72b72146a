import { ACCOUNT } from '../../../../tools/sandbox/providers/wawp/credential.mts';
import type { ProviderUnderTest } from '../provider.mts';

/** A Saudi Arabian number with a digit missing, which Wawp checks. */
const WRONG_NUMBER = '96612345678@c.us';

const IDS = [
	'false_447441429009@c.us_AAAAAAAAAAAAAAAAAAAA',
	'false_447441429009@c.us_BBBBBBBBBBBBBBBBBBBB',
];

export const underTest: ProviderUnderTest = {
	id: 'wawp',
	label: 'Wawp',
	operations: ['markMessage', 'markChat', 'markChatUnread'],
	messageFields: ['Chat', 'Message IDs', 'Chat Type'],
	latestOnly: null,
	fieldParameters: (posted) => ({ chatId: posted('chatId'), messageIds: [posted('messageId')] }),
	filledPanels: [
		{
			what: 'a list of message IDs',
			parameters: { source: 'fields', chatId: '+44 7441 429009', messageIds: IDS },
			values: ['+44 7441 429009', ...IDS],
			picture: 'panel-wawp-ids',
		},
	],
	byExpressions: {
		body: { chatId: '={{ $json.payload.from }}', messageIds: '={{ [$json.payload.id] }}' },
	},
	phonePictures: ['phone-dark'],
	typingCalls: 2,
	faultReactions: { 'plain text': 'taken', 'empty answer': 'taken' },
	credential: {
		displayName: 'WhatsApp Mark Read: Wawp API',
		fields: ['Instance ID *', 'Access Token *', 'Send Credentials In', 'Base URL'],
		secrets: ['accessToken'],
		wrong: { accessToken: 'exampleOfAWrongToken' },
		refusal: ['does not accept the access token', 'from the Wawp dashboard'],
	},
	chats: {
		direct: (digits) => `447441${digits}1@c.us`,
		group: (digits) => `12036313${digits}01@g.us`,
	},
	refusal: {
		calls: 1,
		event: (messages) => messages.forge({ provider: 'wawp', kind: 'direct', chat: WRONG_NUMBER }),
		fields: (_, posted) => ({
			item: { ...posted, chatId: WRONG_NUMBER, messageId: `false_${WRONG_NUMBER}_AAAA` },
			refusedBy: 'provider',
		}),
	},
	sending: {
		host: 'api.wawp.net',
		path: '/v2/send/text',
		credential: {
			body: { access_token: ACCOUNT.accessToken, instance_id: ACCOUNT.instanceId },
		},
	},
};
