import { pathSegment } from '../../credentialValues/baseUrl';
import { COMMON_ERRORS } from '../../responses/commonErrors';
import type { Call, ProviderRequest } from '../calls';
import { readChatJid } from '../linked/fields';
import type { Connection, Provider } from '../provider';
import { connectWhapi } from './connection';
import { WHAPI_ERRORS } from './errors';
import { readWhapiFields, toWhapiChat, WHAPI_FIELDS } from './fields';
import { readWhapiResponse } from './response';
import { readWhapiWebhook } from './webhook';

/** How long the typing indicator shows: as long as Meta's does; the documents name no longest time. */
const TYPING_SECONDS = 25;

/** Whapi.Cloud: its facts and their sources are in docs/providers/whapi.md. */
export const whapi: Provider = {
	id: 'whapi',
	displayName: 'Whapi.Cloud',
	description: 'A WhatsApp number linked to Whapi.Cloud by QR code',
	credentialType: 'whatsAppMarkReadWhapiApi',
	operations: ['markMessage', 'markChat', 'markChatUnread'],
	fields: WHAPI_FIELDS,
	idsPerCall: 'one',
	typing: 'ownCall',
	// Nothing says whether the response waits for the end of the indicator.
	answersTypingLate: true,
	// Nothing says whether the earlier messages of the chat are marked too.
	latestOnlyDefault: null,
	errors: [...WHAPI_ERRORS, ...COMMON_ERRORS],
	connect: connectWhapi,
	// The token is the channel: the channel of the event is reported, but no request names it.
	parseAccount: (account) => account,
	readWebhook: readWhapiWebhook,
	readMessages: readWhapiFields,
	readChat: ({ chatId }) => toWhapiChat(readChatJid(chatId)),
	buildRequest,
	readResponse: readWhapiResponse,
};

function buildRequest(call: Call, { apiUrl }: Connection): ProviderRequest {
	if (call.kind === 'markMessages') {
		const id = pathSegment(call.messageIds[0] ?? null, 'Message ID');
		return { method: 'PUT', url: `${apiUrl}/messages/${id}`, body: null };
	}
	const chat = pathSegment(call.chatId, 'Chat');
	if (call.kind === 'showTyping') {
		const body = { presence: 'typing', delay: TYPING_SECONDS };
		return { method: 'PUT', url: `${apiUrl}/presences/${chat}`, body };
	}
	// Nothing else of the chat: the same request pins and mutes it.
	const body = { mark_unread: call.kind === 'markChatUnread' };
	return { method: 'PATCH', url: `${apiUrl}/chats/${chat}`, body };
}
