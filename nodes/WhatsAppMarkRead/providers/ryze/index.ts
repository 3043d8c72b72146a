import { pathSegment } from '../../credentialValues/baseUrl';
import { COMMON_ERRORS } from '../../responses/commonErrors';
import type { Call, ProviderRequest } from '../calls';
import { parseAccountName } from '../linked/account';
import { readChatJid } from '../linked/fields';
import type { Connection, Provider } from '../provider';
import { connectRyze } from './connection';
import { RYZE_ERRORS } from './errors';
import { readRyzeFields, RYZE_FIELDS, toRyzeNumber } from './fields';
import { readRyzeResponse } from './response';
import { readRyzeWebhook, ryzeWebhookSecrets } from './webhook';

/** How long the typing indicator shows: as long as Meta's does; the API accepts up to 60 seconds. */
const TYPING_SECONDS = 25;

/** RyzeAPI: its facts and their sources are in docs/providers/ryze.md. */
export const ryze: Provider = {
	id: 'ryze',
	displayName: 'RyzeAPI',
	description: 'A WhatsApp number linked to RyzeAPI by QR code',
	credentialType: 'whatsAppMarkReadRyzeApi',
	operations: ['markMessage', 'markChat', 'markChatUnread'],
	fields: RYZE_FIELDS,
	idsPerCall: 'one',
	typing: 'ownCall',
	// Each message needs its own read receipt: the documentation says "a specific message".
	latestOnlyDefault: null,
	errors: [...RYZE_ERRORS, ...COMMON_ERRORS],
	connect: connectRyze,
	parseAccount: (given) => parseAccountName(given, 'Instance'),
	readWebhook: readRyzeWebhook,
	webhookSecrets: ryzeWebhookSecrets,
	readMessages: readRyzeFields,
	readChat: ({ chatId }) => toRyzeNumber(readChatJid(chatId)),
	buildRequest,
	readResponse: readRyzeResponse,
};

function buildRequest(call: Call, { apiUrl }: Connection): ProviderRequest {
	const post = (path: string, body: ProviderRequest['body']): ProviderRequest => ({
		method: 'POST',
		url: `${apiUrl}/api/chat/${path}/${pathSegment(call.account, 'Instance')}`,
		body,
	});
	switch (call.kind) {
		case 'markMessages': {
			const receipt = { messageId: call.messageIds[0], number: call.chatId };
			// Required in groups, and only used there: in direct chats the server infers the author from the chat.
			return post('markRead', call.sender === null ? receipt : { ...receipt, sender: call.sender });
		}
		case 'markChat':
			return post('markChatRead', { number: call.chatId, read: true });
		case 'markChatUnread':
			return post('markChatRead', { number: call.chatId, read: false });
		case 'showTyping':
			return post('presence', { number: call.chatId, state: 'typing', duration: TYPING_SECONDS });
	}
}
