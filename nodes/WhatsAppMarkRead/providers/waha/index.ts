import { pathSegment } from '../../credentialValues/baseUrl';
import { COMMON_ERRORS } from '../../responses/commonErrors';
import type { Call, ProviderRequest } from '../calls';
import { parseAccountName } from '../linked/account';
import { readChatJid } from '../linked/fields';
import type { Connection, Provider, ProviderField } from '../provider';
import { hintAboutAuthor, readEngineFields, toEngineAddress } from '../wahaEngine/fields';
import { wahaDirectory } from './accountDirectory';
import { connectWaha } from './connection';
import { WAHA_ERRORS } from './errors';
import { readWahaResponse } from './response';
import { readWahaWebhook } from './webhook';

const FIELDS: readonly ProviderField[] = [
	{
		name: 'account',
		displayName: 'Session',
		description:
			"The session (your linked WhatsApp number) that received the message: in the webhook it is 'session'. If empty, the one in the credential is used. The list shows the sessions of the server.",
	},
	{
		name: 'chatId',
		placeholder: 'e.g. +55 11 91234-5678',
		description:
			"The chat of the message: in the webhook it is 'from' under 'payload'. A phone number with country code, or a JID, which ends in @c.us, @lid or @g.us (group).",
	},
	{
		name: 'messageId',
		placeholder: 'e.g. false_5511912345678@c.us_3EB0A1B2C3D4E5F60718',
		description:
			"The ID of a received message: in the webhook it is 'id' under 'payload'. For several messages of the chat separate the IDs by commas, or give a list by an expression.",
	},
	{ name: 'chatType' },
	{
		name: 'sender',
		placeholder: 'e.g. 5511912345678@c.us',
		description:
			"Who wrote the group message: in the webhook it is 'participant' under 'payload'. Leave it empty when the message ID ends with the author.",
	},
];

/** WAHA, self-hosted: its facts and their sources are in docs/providers/waha.md. */
export const waha: Provider = {
	id: 'waha',
	displayName: 'WAHA',
	description: 'A WhatsApp number linked by QR code to your own WAHA server',
	credentialType: 'whatsAppMarkReadWahaApi',
	operations: ['markMessage', 'markChat', 'markChatUnread'],
	fields: FIELDS,
	// One call per chat and author: its engine GOWS stops at the first empty group of authors.
	idsPerCall: 'many',
	typing: 'ownCall',
	// The ids of a chat are sent in one call instead.
	latestOnlyDefault: null,
	errors: [...WAHA_ERRORS, ...COMMON_ERRORS],
	connect: connectWaha,
	parseAccount: (given) => parseAccountName(given, 'Session'),
	readWebhook: readWahaWebhook,
	readMessages: (fields) => readEngineFields(fields, fields.messageId, 'Message ID'),
	readChat: ({ chatId }) => toEngineAddress(readChatJid(chatId)),
	hintAbout: hintAboutAuthor,
	accountDirectory: wahaDirectory,
	buildRequest,
	readResponse: readWahaResponse,
};

/** How far a whole chat is marked: as far back as the server itself goes in groups; in direct chats it stops at 30 messages. */
const NEWEST = { messages: 100, days: 7 } as const;

function buildRequest(call: Call, { apiUrl }: Connection): ProviderRequest {
	const { account: session, chatId } = call;
	const post = (path: string, body: ProviderRequest['body']): ProviderRequest => ({
		method: 'POST',
		url: `${apiUrl}/api/${path}`,
		body,
	});
	const ofChat = (action: string) =>
		`${pathSegment(session, 'Session')}/chats/${pathSegment(chatId, 'Chat')}/${action}`;
	switch (call.kind) {
		case 'markMessages': {
			const receipt = { session, chatId, messageIds: [...call.messageIds] };
			// Never in direct chats, where the engine NOWEB fails with it (github.com/devlikeapro/waha, issue 485).
			const { sender } = call;
			return post('sendSeen', sender === null ? receipt : { ...receipt, participant: sender });
		}
		case 'markChat':
			return post(ofChat('messages/read'), NEWEST);
		case 'markChatUnread':
			return post(ofChat('unread'), {});
		case 'showTyping':
			return post('startTyping', { session, chatId });
	}
}
