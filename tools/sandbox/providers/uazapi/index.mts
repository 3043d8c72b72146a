import type { StandIn } from '../standIn.mts';
import { ACCOUNT, INSTANCE, TROUBLE, UAZAPI_PAYLOAD_TOKEN } from './credential.mts';
import {
	markChat,
	markMessages,
	notConnected,
	readStatus,
	results,
	showTyping,
	uazapiError,
	unknownToken,
} from './routes.mts';
import { uazapiWebhooks } from './webhooks.mts';

/** A server of UAZAPI, version 2. */
export const standIn: StandIn = {
	basePath: '/uazapi',
	account: ACCOUNT,
	accountId: INSTANCE,
	webhookSecrets: [UAZAPI_PAYLOAD_TOKEN],
	otherSecrets: [TROUBLE.disconnectedToken, TROUBLE.adminToken],
	routes: {
		'POST /message/markread': markMessages,
		'POST /chat/read': markChat,
		'POST /message/presence': showTyping,
		'GET /instance/status': readStatus,
	},
	receipt: (messageId) => ({
		path: '/message/markread',
		headers: { token: ACCOUNT.token },
		body: { id: [messageId] },
	}),
	accepted: ({ id }) => results([id].flat(), () => true),
	error: uazapiError,
	disconnected: notConnected,
	badToken: unknownToken,
	// 429 is documented, a limit is not; one of the sandbox's counts by the token.
	rateLimit: {
		bucketOf: ({ headers }) => headers.token ?? '',
		headers: () => ({}),
		error: () => uazapiError(429, 'Rate limit exceeded'),
	},
	webhooks: uazapiWebhooks,
	cast: {
		business: { name: 'Ateliê Lua', number: '+55 11 97777-6666' },
		group: { title: 'Encomendas', id: '120363123456789013@g.us' },
		members: { Ana: '5511912345678', Davi: '5511912345671', Rita: '5511912345672' },
		personSuffix: '@s.whatsapp.net',
	},
};
