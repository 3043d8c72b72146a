import { ACCOUNT, TROUBLE } from '../../../../tools/sandbox/providers/ryze/credential.mts';
import type { ProviderUnderTest } from '../provider.mts';

const { foreignInstance } = TROUBLE;

const GROUP = '120363123456789@g.us';
const AUTHOR = '5511999999999@s.whatsapp.net';

const ID_IN_WEBHOOK = '={{ $json.data.id }}';
const CHAT_IN_WEBHOOK = '={{ $json.data.chat.jid }}';

export const underTest: ProviderUnderTest = {
	id: 'ryze',
	label: 'RyzeAPI',
	operations: ['markMessage', 'markChat', 'markChatUnread'],
	messageFields: ['Chat', 'Message ID', 'Chat Type'],
	latestOnly: null,
	fieldParameters: (posted) => ({ chatId: posted('chatId'), messageId: posted('messageId') }),
	filledPanels: [
		{
			what: 'a group with its sender',
			parameters: {
				source: 'fields',
				chatId: GROUP,
				messageId: '3EB08FCF27E532F1B0F5',
				chatType: 'group',
				sender: AUTHOR,
			},
			values: [GROUP, '3EB08FCF27E532F1B0F5', AUTHOR],
			picture: 'panel-group-sender',
		},
	],
	byExpressions: {
		body: { messageId: ID_IN_WEBHOOK, number: CHAT_IN_WEBHOOK },
		fields: { chatId: CHAT_IN_WEBHOOK, messageId: ID_IN_WEBHOOK, chatType: 'direct' },
	},
	phonePictures: ['phone'],
	typingCalls: 2,
	faultReactions: { "501 with a proxy's page": 'notTriedAgain' },
	credential: {
		displayName: 'WhatsApp Mark Read: RyzeAPI API',
		fields: ['Token *', 'Instance *', 'Base URL'],
		secrets: ['token'],
		wrong: { token: 'example-of-a-wrong-token' },
		refusal: ['does not accept the token', 'from the RyzeAPI manager'],
	},
	chats: {
		direct: (digits) => `551198${digits}1@s.whatsapp.net`,
		group: (digits) => `12036312${digits}01@g.us`,
	},
	refusal: {
		calls: 1,
		event: (messages) =>
			messages.forge({ provider: 'ryze', kind: 'direct', account: foreignInstance }),
		// RyzeAPI takes any id; a group message without its author is refused by the node.
		fields: (messages, posted) => ({
			item: { ...posted, chatId: messages.newChat('ryze', 'group'), sender: '' },
			refusedBy: 'node',
		}),
	},
	sending: {
		host: 'ryzeapi.cloud',
		path: `/api/message/text/${ACCOUNT.instance}`,
		credential: { headers: { token: ACCOUNT.token } },
	},
};
