import type { StandIn } from '../standIn.mts';
import { DONE, ERRORS, sessionNotWorking, wawpError } from './responses.mts';
import { markChatUnread, startTyping } from './chats.mts';
import { ACCOUNT } from './credential.mts';
import { wawpRateLimit } from './rateLimit.mts';
import { markSeen } from './seen.mts';
import { sessionInfo } from './session.mts';
import { wawpWebhooks } from './webhooks.mts';

/** Wawp (v2). */
export const standIn: StandIn = {
	basePath: '/wawp',
	account: ACCOUNT,
	webhookSecrets: [],
	otherSecrets: [],
	accountId: ACCOUNT.instanceId,
	routes: [
		{ method: 'POST', path: '/v2/send/seen', respond: markSeen },
		{ method: 'POST', path: '/v2/chats/unread', respond: markChatUnread },
		{ method: 'POST', path: '/v2/send/start-typing', respond: startTyping },
		{ method: 'POST', path: '/v2/session/info', respond: sessionInfo },
	],
	receipt: (messageId) => ({
		path: '/v2/send/seen',
		headers: {},
		body: {
			instance_id: ACCOUNT.instanceId,
			access_token: ACCOUNT.accessToken,
			chatId: '447441429009@c.us',
			messageIds: [messageId],
		},
	}),
	accepted: () => DONE,
	unknownPath: (call) => wawpError(404, `Cannot ${call.method} ${call.path}`, 'Not Found'),
	rateLimit: wawpRateLimit,
	webhooks: wawpWebhooks,
	error: (status, message) => wawpError(status, message, 'Failure'),
	disconnected: () => sessionNotWorking('SCAN_QR_CODE'),
	badToken: () => ERRORS.unauthorized,
	cast: {
		business: { name: 'Northside Bikes', number: '+44 7441 429000' },
		group: { title: 'Sunday ride', id: '120363123456789@g.us' },
		members: { Amelia: '447441429009', Tariq: '447441429010', Lena: '447441429011' },
		personSuffix: '@c.us',
	},
};
