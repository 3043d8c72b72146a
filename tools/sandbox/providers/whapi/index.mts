import type { StandIn } from '../standIn.mts';
import { ACCOUNT, CHANNEL, UNLINKED_TOKEN } from './credential.mts';
import {
	DONE,
	markChat,
	markMessage,
	notLinked,
	readHealth,
	showPresence,
	unauthorized,
	whapiError,
} from './routes.mts';
import { whapiWebhooks } from './webhooks.mts';

/** Whapi.Cloud. */
export const standIn: StandIn = {
	basePath: '/whapi',
	account: ACCOUNT,
	accountId: CHANNEL,
	otherSecrets: [UNLINKED_TOKEN],
	routes: {
		'PUT /messages/:messageId': markMessage,
		'PATCH /chats/:chatId': markChat,
		'PUT /presences/:entryId': showPresence,
		'GET /health': readHealth,
	},
	receipt: (messageId) => ({
		method: 'PUT',
		path: `/messages/${encodeURIComponent(messageId)}`,
		headers: { authorization: `Bearer ${ACCOUNT.token}` },
		body: null,
	}),
	accepted: () => DONE,
	error: whapiError,
	disconnected: notLinked,
	badToken: unauthorized,
	// Limits depend on the plan, and no header is documented.
	rateLimit: { headers: () => ({}) },
	webhooks: whapiWebhooks,
	cast: {
		business: { name: 'Papelaria Lua', number: '+55 11 95555-0000' },
		group: { title: 'Material escolar', id: '120363123456791@g.us' },
		members: { Tomás: '5511955550001', Alice: '5511955550002', Breno: '5511955550003' },
		personSuffix: '@s.whatsapp.net',
	},
};
