import type { StandIn } from '../standIn.mts';
import { engineWebhooks } from '../wahaEngine/webhooks.mts';
import { ACCOUNT } from './credential.mts';
import {
	ACCEPTED,
	listSessions,
	markChatRead,
	markChatUnread,
	readSession,
	sendSeen,
	startTyping,
} from './routes.mts';
import { sessionNotWorking, unauthorized, wahaError } from './sessions.mts';

const { apiKey, session } = ACCOUNT;

/** WAHA. */
export const standIn: StandIn = {
	basePath: '/waha',
	account: ACCOUNT,
	accountId: session,
	routes: {
		'POST /api/sendSeen': sendSeen,
		'POST /api/startTyping': startTyping,
		'POST /api/:session/chats/:chatId/messages/read': markChatRead,
		'POST /api/:session/chats/:chatId/unread': markChatUnread,
		'GET /api/sessions': listSessions,
		'GET /api/sessions/:session': readSession,
	},
	receipt: (messageId) => ({
		path: '/api/sendSeen',
		headers: { 'x-api-key': apiKey },
		body: { session, chatId: '5511944440001@c.us', messageIds: [messageId] },
	}),
	accepted: () => ACCEPTED,
	error: wahaError,
	unknownPath: ({ method, path }) => wahaError(404, `Cannot ${method} ${path}`),
	disconnected: () => sessionNotWorking(session, 'SCAN_QR_CODE'),
	badToken: unauthorized,
	// The server has none: a proxy before it may.
	rateLimit: {
		bucketOf: ({ headers }) => headers['x-api-key'] ?? '',
		headers: () => ({}),
	},
	webhooks: engineWebhooks({
		me: '5511944440000@c.us',
		mediaHost: 'waha-media.invalid',
		more: {
			metadata: {},
			environment: { version: '2026.1.3', engine: 'GOWS', tier: 'CORE' },
		},
	}),
	cast: {
		business: { name: 'Floricultura Ipê', number: '+55 11 94444-0000' },
		group: { title: 'Pedidos de sexta', id: '120363123456790@g.us' },
		members: { Marta: '5511944440001', Caio: '5511944440002', Bia: '5511944440003' },
		personSuffix: '@c.us',
	},
};
