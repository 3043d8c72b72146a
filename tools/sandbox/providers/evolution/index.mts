import type { StandIn } from '../standIn.mts';
import { ACCOUNT, EVOLUTION_PAYLOAD_KEY, TROUBLE } from './credential.mts';
import {
	evolutionError,
	fetchInstances,
	greet,
	markChatUnread,
	marked,
	markMessages,
	notConnected,
	sendPresence,
	unauthorized,
} from './routes.mts';
import { evolutionWebhooks } from './webhooks.mts';

/** A server of Evolution API, version 2.3.7. */
export const standIn: StandIn = {
	basePath: '/evolution',
	account: ACCOUNT,
	accountId: ACCOUNT.instance,
	webhookSecrets: [EVOLUTION_PAYLOAD_KEY],
	otherSecrets: [TROUBLE.instanceToken],
	routes: {
		'POST /chat/markMessageAsRead/:instance': markMessages,
		'POST /chat/markChatUnread/:instance': markChatUnread,
		'POST /chat/sendPresence/:instance': sendPresence,
		'GET /instance/fetchInstances': fetchInstances,
		'GET /': greet,
	},
	receipt: (id) => ({
		path: `/chat/markMessageAsRead/${ACCOUNT.instance}`,
		headers: { apikey: ACCOUNT.apiKey },
		body: { readMessages: [{ remoteJid: '5511912345678@s.whatsapp.net', fromMe: false, id }] },
	}),
	accepted: marked,
	error: (status, text) => evolutionError(status, [text]),
	unknownPath: ({ method, path }) => evolutionError(404, [`Cannot ${method} ${path}`]),
	disconnected: notConnected,
	badToken: unauthorized,
	// The server has no limit; one of the sandbox's counts by the key.
	rateLimit: { bucketOf: ({ headers }) => headers.apikey ?? '' },
	webhooks: evolutionWebhooks,
	cast: {
		business: { name: 'Padaria Aurora', number: '+55 21 98888-7777' },
		group: { title: 'Pão quente', id: '120363123456789012@g.us' },
		members: { Lívia: '5511912345678', Otávio: '5511912345679', Júlia: '5511912345670' },
		personSuffix: '@s.whatsapp.net',
	},
};
