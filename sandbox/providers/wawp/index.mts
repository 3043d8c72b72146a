import type { SandboxProvider } from '../provider.mts';
import { wawpError } from './answers.mts';
import { markChatUnread, startTyping } from './chats.mts';
import { wawpRateLimit } from './rateLimit.mts';
import { markSeen } from './seen.mts';
import { sessionInfo } from './session.mts';
import { wawpWebhooks } from './webhooks.mts';

/** Wawp (v2). */
export const wawp: SandboxProvider = {
	id: 'wawp',
	prefix: '/wawp',
	routes: [
		{ method: 'POST', path: '/v2/send/seen', answer: markSeen },
		{ method: 'POST', path: '/v2/chats/unread', answer: markChatUnread },
		{ method: 'POST', path: '/v2/send/start-typing', answer: startTyping },
		{ method: 'POST', path: '/v2/session/info', answer: sessionInfo },
	],
	unknownPath: (call) => wawpError(404, `Cannot ${call.method} ${call.path}`, 'Not Found'),
	rateLimit: wawpRateLimit,
	webhooks: wawpWebhooks,
};
