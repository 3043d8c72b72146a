import { pathSegment } from '../../credentialValues/baseUrl';
import { COMMON_ERRORS } from '../../responses/commonErrors';
import type { Call, ProviderRequest } from '../calls';
import { parseAccountName } from '../linked/account';
import { readChatJid } from '../linked/fields';
import type { Connection, Provider } from '../provider';
import { connectGreenApi } from './connection';
import { GREEN_API_ERRORS } from './errors';
import { GREEN_API_FIELDS, readGreenApiFields, toGreenApiChat } from './fields';
import { readGreenApiResponse } from './response';
import { readGreenApiWebhook } from './webhook';

/** How long the typing indicator shows, milliseconds: not longer, since the documents add it to the time that a reply takes. */
const TYPING_MS = 5_000;

/** GREEN-API: its facts and their sources are in docs/providers/greenApi.md. */
export const greenApi: Provider = {
	id: 'greenApi',
	displayName: 'GREEN-API',
	description: 'A WhatsApp number linked to GREEN-API by QR code',
	credentialType: 'whatsAppMarkReadGreenApi',
	operations: ['markMessage', 'markChat'],
	fields: GREEN_API_FIELDS,
	idsPerCall: 'one',
	typing: 'ownCall',
	// "A specified message in a chat": the earlier ones stay as they are.
	latestOnlyDefault: null,
	errors: [...GREEN_API_ERRORS, ...COMMON_ERRORS],
	connect: connectGreenApi,
	parseAccount: (given) => parseAccountName(given, 'Instance'),
	keyFitsOnly: 'Instance',
	readWebhook: readGreenApiWebhook,
	readMessages: readGreenApiFields,
	readChat: ({ chatId }) => toGreenApiChat(readChatJid(chatId)),
	buildRequest,
	readResponse: readGreenApiResponse,
};

function buildRequest(call: Call, { apiUrl }: Connection): ProviderRequest {
	const { account, chatId } = call;
	const post = (method: string, body: ProviderRequest['body']): ProviderRequest => ({
		method: 'POST',
		url: `${apiUrl}/waInstance${pathSegment(account, 'Instance')}/${method}/{token}`,
		body,
	});
	switch (call.kind) {
		case 'markMessages': {
			const [idMessage = ''] = call.messageIds;
			// The server takes a missing or empty ID for the whole chat.
			if (idMessage === '')
				throw new TypeError('GREEN-API would mark the whole chat without an ID');
			return post('readChat', { chatId, idMessage });
		}
		case 'markChat':
			return post('readChat', { chatId });
		case 'markChatUnread':
			throw new TypeError('GREEN-API cannot mark a chat as unread');
		case 'showTyping':
			return post('sendTyping', { chatId, typingTime: TYPING_MS });
	}
}
