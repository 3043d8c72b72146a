import type { StandIn } from '../standIn.mts';
import { ACCOUNT, RYZE_PAYLOAD_TOKEN, TROUBLE } from './credential.mts';
import { invalidToken, notConnected, ryzeError } from './errors.mts';
import {
	listInstances,
	markChat,
	marked,
	markMessage,
	readSettings,
	ryzeToken,
	showTyping,
} from './routes.mts';
import { ryzeWebhooks } from './webhooks.mts';

/** RyzeAPI. */
export const standIn: StandIn = {
	basePath: '/ryze',
	account: ACCOUNT,
	accountId: ACCOUNT.instance,
	webhookSecrets: [RYZE_PAYLOAD_TOKEN],
	otherSecrets: [TROUBLE.instanceToken],
	routes: {
		'POST /api/chat/markRead/:instance': markMessage,
		'POST /api/chat/markChatRead/:instance': markChat,
		'POST /api/chat/presence/:instance': showTyping,
		'GET /api/instance/list': listInstances,
		'GET /api/instance/getSettings/:instance': readSettings,
		'GET /health': () => ({ status: 200, body: { status: 'ok' } }),
	},
	receipt: (messageId) => ({
		path: `/api/chat/markRead/${ACCOUNT.instance}`,
		headers: { token: ACCOUNT.token },
		body: { messageId, number: '5511999999999' },
	}),
	accepted: ({ messageId, number }) => marked(String(messageId), String(number)),
	error: ryzeError,
	disconnected: notConnected,
	badToken: invalidToken,
	// 100 requests a minute for each token (docs/providers/ryze.md, "Rate limit"); no `Retry-After` is documented.
	rateLimit: {
		documented: { requests: 100, windowMs: 60_000 },
		bucketOf: (call) => ryzeToken(call) ?? '',
		spends: () => true,
		error: () => ryzeError(429, 'Rate limit exceeded. Try again later.'),
	},
	webhooks: ryzeWebhooks,
	cast: {
		business: { name: 'Livraria Sol', number: '+55 11 98888-7777' },
		group: { title: 'Clube do livro', id: '120363123456789@g.us' },
		members: { Camila: '5511999999999', Rafael: '5511999999998', Helena: '5511999999997' },
		personSuffix: '@s.whatsapp.net',
	},
};
