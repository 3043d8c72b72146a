import { jsonObject, type StandIn } from '../standIn.mts';
import { engineWebhooks } from '../wahaEngine/webhooks.mts';
import { ACCOUNT } from './credential.mts';
import { DONE, markChatUnread, markSeen, sessionInfo, startTyping } from './routes.mts';
import { sessionNotWorking, unauthorized, wawpError } from './session.mts';

const { instanceId, accessToken } = ACCOUNT;

/** Wawp (v2). */
export const standIn: StandIn = {
	basePath: '/wawp',
	account: ACCOUNT,
	accountId: instanceId,
	routes: {
		'POST /v2/send/seen': markSeen,
		'POST /v2/chats/unread': markChatUnread,
		'POST /v2/send/start-typing': startTyping,
		'POST /v2/session/info': sessionInfo,
	},
	receipt: (messageId) => ({
		path: '/v2/send/seen',
		headers: {},
		body: {
			instance_id: instanceId,
			access_token: accessToken,
			chatId: '447441429009@c.us',
			messageIds: [messageId],
		},
	}),
	accepted: () => DONE,
	error: (status, message) => wawpError(status, message, 'Failure'),
	unknownPath: ({ method, path }) => wawpError(404, `Cannot ${method} ${path}`, 'Not Found'),
	disconnected: sessionNotWorking,
	badToken: unauthorized,
	// The manual knows a 429 but no limit and no headers.
	rateLimit: {
		bucketOf: (call) => String(jsonObject(call)?.instance_id ?? ''),
		spends: () => true,
		headers: () => ({}),
		error: () => wawpError(429, 'Rate Limit Exceeded', 'Too Many Requests'),
	},
	webhooks: engineWebhooks({ me: '447441429000@c.us', mediaHost: 'wawp-media.invalid' }),
	cast: {
		business: { name: 'Northside Bikes', number: '+44 7441 429000' },
		group: { title: 'Sunday ride', id: '120363123456789@g.us' },
		members: { Amelia: '447441429009', Tariq: '447441429010', Lena: '447441429011' },
		personSuffix: '@c.us',
	},
};
