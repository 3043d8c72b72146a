import { COMMON_ERRORS } from '../../responses/commonErrors';
import type { Call, ProviderRequest } from '../calls';
import type { Connection, Provider } from '../provider';
import { connectWawp, parseInstanceId } from './connection';
import { WAWP_ERRORS } from './errors';
import { hintAboutAuthor, readWawpChat, readWawpFields, WAWP_FIELDS } from './fields';
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
	readChat: readWawpChat,
	hintAbout: hintAboutAuthor,
	buildRequest,
	readResponse: readWawpResponse,
};

/** Every call is a POST with a JSON body; the credential adds `instance_id` and `access_token` to the body or the query. */
function buildRequest(call: Call, { apiUrl }: Connection): ProviderRequest {
	const { path, body } = pathAndBody(call);
	return { method: 'POST', url: `${apiUrl}/v2/${path}`, body };
}

function pathAndBody(call: Call): { path: string; body: ProviderRequest['body'] } {
	switch (call.kind) {
		case 'markMessages': {
			const receipt = { chatId: call.chatId, messageIds: [...call.messageIds] };
			// Never in direct chats, where one engine fails, and never the text "null" of the documentation's sample.
			const body = call.sender === null ? receipt : { ...receipt, participant: call.sender };
			return { path: 'send/seen', body };
		}
		case 'markChat':
			return { path: 'send/seen', body: { chatId: call.chatId } };
		case 'markChatUnread':
			return { path: 'chats/unread', body: { chatId: call.chatId } };
		case 'showTyping':
			return { path: 'send/start-typing', body: { chatId: call.chatId } };
	}
}
