import { COMMON_ERRORS } from '../../responses/commonErrors';
import type { Call, ProviderRequest } from '../calls';
import { readChatJid } from '../linked/fields';
import type { Connection, Provider } from '../provider';
import { hintAboutAuthor, readEngineFields, toEngineAddress } from '../wahaEngine/fields';
import { readEngineResponse } from '../wahaEngine/response';
import { connectWawp, parseInstanceId } from './connection';
import { WAWP_ERRORS } from './errors';
import { WAWP_FIELDS } from './fields';
import { readWawpWebhook } from './webhook';

const NOTHING_MARKED =
	'Wawp accepted the request but marked nothing (ids: null). The messages may have been read already, or the IDs do not belong to this chat.';

/** Wawp, version 2 of its API: its facts and their sources are in docs/providers/wawp.md. */
export const wawp: Provider = {
	id: 'wawp',
	displayName: 'Wawp',
	description: 'A WhatsApp number linked to Wawp by QR code (API v2)',
	credentialType: 'whatsAppMarkReadWawpApi',
	operations: ['markMessage', 'markChat', 'markChatUnread'],
	fields: WAWP_FIELDS,
	// "Batch multiple message IDs in a single call to save API resources": one call per chat and author.
	idsPerCall: 'many',
	typing: 'ownCall',
	// The ids of a chat are sent in one call instead.
	latestOnlyDefault: null,
	errors: [...WAWP_ERRORS, ...COMMON_ERRORS],
	connect: connectWawp,
	parseAccount: parseInstanceId,
	readWebhook: readWawpWebhook,
	readMessages: (fields) => readEngineFields(fields, fields.messageIds, 'Message IDs'),
	readChat: ({ chatId }) => toEngineAddress(readChatJid(chatId)),
	hintAbout: hintAboutAuthor,
	buildRequest,
	readResponse: (response) => readEngineResponse(response, NOTHING_MARKED),
};

/** Every call is a POST with a JSON body; the credential adds `instance_id` and `access_token` to the body or the query. */
function buildRequest(call: Call, { apiUrl }: Connection): ProviderRequest {
	const post = (path: string, body: ProviderRequest['body']): ProviderRequest => ({
		method: 'POST',
		url: `${apiUrl}/v2/${path}`,
		body,
	});
	switch (call.kind) {
		case 'markMessages': {
			const receipt = { chatId: call.chatId, messageIds: [...call.messageIds] };
			// Never in direct chats, where one engine fails, and never the text "null" of the documentation's sample.
			const { sender } = call;
			return post('send/seen', sender === null ? receipt : { ...receipt, participant: sender });
		}
		case 'markChat':
			return post('send/seen', { chatId: call.chatId });
		case 'markChatUnread':
			return post('chats/unread', { chatId: call.chatId });
		case 'showTyping':
			return post('send/start-typing', { chatId: call.chatId });
	}
}
