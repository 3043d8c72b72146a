import { pathSegment } from '../../credentialValues/baseUrl';
import type { JsonObject } from '../../input/untrustedJson';
import { COMMON_ERRORS } from '../../responses/commonErrors';
import type { Call, ProviderRequest } from '../calls';
import { parseAccountName } from '../linked/account';
import type { Connection, Provider } from '../provider';
import { connectZapi } from './connection';
import { ZAPI_ERRORS } from './errors';
import { readZapiChat, readZapiFields, toZapiPhone, ZAPI_FIELDS } from './fields';
import { readZapiResponse } from './response';
import { readZapiWebhook } from './webhook';

/** Z-API: its facts and their sources are in docs/providers/zapi.md. */
export const zapi: Provider = {
	id: 'zapi',
	displayName: 'Z-API',
	description: 'A WhatsApp number linked by QR code to Z-API, a hosted service from Brazil',
	credentialType: 'whatsAppMarkReadZapiApi',
	operations: ['markMessage', 'markChat', 'markChatUnread'],
	fields: ZAPI_FIELDS,
	idsPerCall: 'one',
	typing: 'none',
	// Each message needs its own request: the documentation says "a message in a chat".
	latestOnlyDefault: null,
	errors: [...ZAPI_ERRORS, ...COMMON_ERRORS],
	connect: connectZapi,
	parseAccount: (given) => parseAccountName(given, 'Instance'),
	keyFitsOnly: 'Instance',
	readWebhook: readZapiWebhook,
	readMessages: readZapiFields,
	readChat: (fields) => toZapiPhone(readZapiChat(fields)),
	buildRequest,
	readResponse: readZapiResponse,
};

function buildRequest(call: Call, { apiUrl }: Connection): ProviderRequest {
	const instance = pathSegment(call.account, 'Instance');
	const post = (path: string, content: JsonObject): ProviderRequest => ({
		method: 'POST',
		// The token of the instance is a secret: the credential puts it there.
		url: `${apiUrl}/instances/${instance}/token/{token}/${path}`,
		body: { phone: call.chatId, ...content },
	});
	switch (call.kind) {
		case 'markMessages':
			return post('read-message', { messageId: call.messageIds[0] });
		case 'markChat':
			return post('modify-chat', { action: 'read' });
		case 'markChatUnread':
			return post('modify-chat', { action: 'unread' });
		case 'showTyping':
			throw new TypeError('Z-API has no typing indicator');
	}
}
