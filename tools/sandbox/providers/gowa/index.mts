import type { StandIn } from '../standIn.mts';
import { ACCOUNT, BASIC_TOKEN } from './credential.mts';
import {
	gowaError,
	listDevices,
	markRead,
	marked,
	notConnected,
	showTyping,
	unauthorized,
} from './routes.mts';
import { gowaWebhooks } from './webhooks.mts';

/** A server of go-whatsapp-web-multidevice, version 9.2. */
export const standIn: StandIn = {
	basePath: '/gowa',
	account: ACCOUNT,
	accountId: ACCOUNT.deviceId,
	otherSecrets: [BASIC_TOKEN],
	routes: {
		'POST /message/:messageId/read': markRead,
		'POST /send/chat-presence': showTyping,
		'GET /devices': listDevices,
	},
	receipt: (messageId) => ({
		path: `/message/${messageId}/read`,
		headers: { authorization: `Basic ${BASIC_TOKEN}`, 'x-device-id': ACCOUNT.deviceId },
		body: { phone: '5511922220001@s.whatsapp.net' },
	}),
	accepted: () => marked('3EB0A1B2C3D4E5F60718'),
	error: (status, text) => gowaError(status, 'INTERNAL_SERVER_ERROR', text),
	unknownPath: ({ method, path }) => ({ status: 404, body: `Cannot ${method} ${path}` }),
	disconnected: notConnected,
	badToken: unauthorized,
	// The server has none: a proxy before it may.
	rateLimit: {
		bucketOf: ({ headers }) => headers.authorization ?? '',
		headers: () => ({}),
	},
	webhooks: gowaWebhooks,
	cast: {
		business: { name: 'Livraria Cais', number: '+55 11 92222-0000' },
		group: { title: 'Clube do livro', id: '120363123456789013@g.us' },
		members: { Iara: '5511922220001', Davi: '5511922220002', Rosa: '5511922220003' },
		personSuffix: '@s.whatsapp.net',
	},
};
