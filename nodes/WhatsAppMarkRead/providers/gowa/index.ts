import { pathSegment } from '../../credentialValues/baseUrl';
import type { JsonObject } from '../../input/untrustedJson';
import { COMMON_ERRORS } from '../../responses/commonErrors';
import type { Call, ProviderRequest } from '../calls';
import { parseAccountName } from '../linked/account';
import type { Connection, Provider } from '../provider';
import { connectGowa } from './connection';
import { GOWA_ERRORS } from './errors';
import { GOWA_FIELDS, readGowaFields } from './fields';
import { gowaDirectory, readGowaResponse } from './response';
import { readGowaWebhook } from './webhook';

/** GOWA (go-whatsapp-web-multidevice), self-hosted: its facts and their sources are in docs/providers/gowa.md. */
export const gowa: Provider = {
	id: 'gowa',
	displayName: 'GOWA',
	description:
		'A WhatsApp number linked by QR code to your own server of go-whatsapp-web-multidevice',
	credentialType: 'whatsAppMarkReadGowaApi',
	operations: ['markMessage'],
	fields: GOWA_FIELDS,
	idsPerCall: 'one',
	typing: 'ownCall',
	latestOnlyDefault: null,
	errors: [...GOWA_ERRORS, ...COMMON_ERRORS],
	connect: connectGowa,
	// A server with one device needs no name of it.
	parseAccount: (given) => (given === null ? null : parseAccountName(given, 'Device')),
	readWebhook: readGowaWebhook,
	readMessages: readGowaFields,
	accountDirectory: gowaDirectory,
	buildRequest,
	readResponse: readGowaResponse,
};

function buildRequest(call: Call, { apiUrl }: Connection): ProviderRequest {
	const { account, chatId: phone } = call;
	// The server reads this as well as the header X-Device-Id, and version 7 and older ignore both.
	const device = account === null ? '' : `?device_id=${encodeURIComponent(account)}`;
	const post = (path: string, body: JsonObject): ProviderRequest => ({
		method: 'POST',
		url: `${apiUrl}/${path}${device}`,
		body,
	});
	switch (call.kind) {
		case 'markMessages':
			return post(`message/${pathSegment(call.messageIds[0] ?? null, 'Message ID')}/read`, {
				phone,
			});
		case 'showTyping':
			return post('send/chat-presence', { phone, action: 'start' });
		case 'markChat':
		case 'markChatUnread':
			throw new TypeError('GOWA cannot mark whole chats');
	}
}
