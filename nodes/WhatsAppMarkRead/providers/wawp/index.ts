import { COMMON_ERRORS } from '../../responses/commonErrors';
import type { Call, ProviderRequest } from '../calls';
import { readChatJid } from '../linked/fields';
import type { Connection, Provider } from '../provider';
import { connectWawp, parseInstanceId } from './connection';
import { WAWP_ERRORS } from './errors';
import { hintAboutAuthor, readWawpFields, toWawpAddress, WAWP_FIELDS } from './fields';
import { readWawpResponse } from './response';
import { readWawpWebhook } from './webhook';

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
	readMessages: readWawpFields,
	readChat: ({ chatId }) => toWawpAddress(readChatJid(chatId)),
	hintAbout: hintAboutAuthor,
	buildRequest,
	readResponse: readWawpResponse,
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
