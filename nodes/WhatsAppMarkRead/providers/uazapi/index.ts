import { COMMON_ERRORS } from '../../responses/commonErrors';
import type { Call, ProviderRequest } from '../calls';
import { readChatJid } from '../linked/fields';
import type { Connection, Provider } from '../provider';
import { connectUazapi } from './connection';
import { UAZAPI_ERRORS } from './errors';
import { readUazapiFields, toUazapiNumber, UAZAPI_FIELDS } from './fields';
import { readUazapiResponse } from './response';
import { readUazapiWebhook, uazapiWebhookSecrets } from './webhook';

/** How long the typing indicator shows, milliseconds: as long as Meta's does. Without it the server shows it for 5 minutes. */
const TYPING_MS = 25_000;

/** UAZAPI (uazapiGO), version 2: its facts and their sources are in docs/providers/uazapi.md. */
export const uazapi: Provider = {
	id: 'uazapi',
	displayName: 'UAZAPI',
	description: 'A WhatsApp number linked by QR code to a server of UAZAPI (uazapiGO, version 2)',
	credentialType: 'whatsAppMarkReadUazapiApi',
	operations: ['markMessage', 'markChat', 'markChatUnread'],
	fields: UAZAPI_FIELDS,
	idsPerCall: 'many',
	typing: 'ownCall',
	// The ids of a chat are sent in one call instead.
	latestOnlyDefault: null,
	errors: [...UAZAPI_ERRORS, ...COMMON_ERRORS],
	connect: connectUazapi,
	// The token alone decides it: the name in the event is for the output.
	parseAccount: (account) => account,
	readWebhook: readUazapiWebhook,
	webhookSecrets: uazapiWebhookSecrets,
	readMessages: readUazapiFields,
	readChat: ({ chatId }) => toUazapiNumber(readChatJid(chatId)),
	buildRequest,
	readResponse: readUazapiResponse,
};

function buildRequest(call: Call, { apiUrl }: Connection): ProviderRequest {
	const post = (path: string, body: ProviderRequest['body']): ProviderRequest => ({
		method: 'POST',
		url: `${apiUrl}/${path}`,
		body,
	});
	switch (call.kind) {
		case 'markMessages':
			return post('message/markread', { id: [...call.messageIds] });
		case 'markChat':
			return post('chat/read', { number: call.chatId, read: true });
		case 'markChatUnread':
			return post('chat/read', { number: call.chatId, read: false });
		case 'showTyping':
			return post('message/presence', {
				number: call.chatId,
				presence: 'composing',
				delay: TYPING_MS,
			});
	}
}
