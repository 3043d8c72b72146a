import type { StandIn } from '../standIn.mts';
import { ACCOUNT, INSTANCE, PAYLOAD_TOKEN, TROUBLE } from './credential.mts';
import {
	MARKED,
	markRead,
	noSession,
	readStatus,
	showTyping,
	unauthorized,
	wuzapiError,
} from './routes.mts';
import { wuzapiWebhooks } from './webhooks.mts';

const { token } = ACCOUNT;
const DIRECT = '5511922220001@s.whatsapp.net';

/** Wuzapi. */
export const standIn: StandIn = {
	basePath: '/wuzapi',
	account: ACCOUNT,
	accountId: INSTANCE,
	webhookSecrets: [PAYLOAD_TOKEN],
	otherSecrets: Object.values(TROUBLE),
	routes: {
		'POST /chat/markread': markRead,
		'POST /chat/presence': showTyping,
		'GET /session/status': readStatus,
	},
	receipt: (messageId) => ({
		path: '/chat/markread',
		headers: { token },
		body: { Id: [messageId], Chat: DIRECT, ChatPhone: DIRECT },
	}),
	accepted: () => MARKED,
	error: wuzapiError,
	unknownPath: () => ({ status: 404, body: '404 page not found' }),
	disconnected: noSession,
	badToken: unauthorized,
	// The server has none: a proxy before it may.
	rateLimit: { bucketOf: ({ headers }) => headers.token ?? '', headers: () => ({}) },
	webhooks: wuzapiWebhooks,
	cast: {
		business: { name: 'Mercado Boa Vista', number: '+55 11 92222-0000' },
		group: { title: 'Encomendas de domingo', id: '120363123456792@g.us' },
		members: { Joana: '5511922220001', Tiago: '5511922220002', Livia: '5511922220003' },
		personSuffix: '@s.whatsapp.net',
	},
};
