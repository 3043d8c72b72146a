import type { StandIn } from '../standIn.mts';
import { ACCOUNT, UNPLUGGED, ZAPI_HEADER_TOKEN } from './credential.mts';
import {
	CHAT_MARKED,
	MARKED,
	markMessage,
	modifyChat,
	notAllowed,
	notConnected,
	readStatus,
	zapiError,
} from './routes.mts';
import { zapiWebhooks } from './webhooks.mts';

const { instanceId, token, clientToken } = ACCOUNT;

/** Z-API. */
export const standIn: StandIn = {
	basePath: '/zapi',
	account: ACCOUNT,
	accountId: instanceId,
	webhookSecrets: [ZAPI_HEADER_TOKEN],
	otherSecrets: [UNPLUGGED.token],
	routes: {
		'POST /instances/:instance/token/:token/read-message': markMessage,
		'POST /instances/:instance/token/:token/modify-chat': modifyChat,
		'GET /instances/:instance/token/:token/status': readStatus,
	},
	receipt: (messageId) => ({
		path: `/instances/${instanceId}/token/${token}/read-message`,
		headers: { 'client-token': clientToken },
		body: { phone: '5541912345678', messageId },
	}),
	accepted: ({ action }) => (action === undefined ? MARKED : CHAT_MARKED),
	error: zapiError,
	unknownPath: () => ({
		status: 404,
		body: { error: 'NOT_FOUND', message: 'Unable to find matching target resource method' },
	}),
	disconnected: notConnected,
	badToken: () => notAllowed('x'),
	// No limit is documented; one of the sandbox's counts by the instance's token.
	rateLimit: { bucketOf: ({ params }) => params.token ?? '', headers: () => ({}) },
	webhooks: zapiWebhooks,
	cast: {
		business: { name: 'Café Araucária', number: '+55 41 98888-7777' },
		group: { title: 'Amigos do café', id: '120363000000000000-group' },
		members: { Ana: '5541912345678', Caio: '5541912345679', Rute: '5541912345670' },
		personSuffix: '',
	},
};
