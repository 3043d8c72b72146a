import type { SandboxProvider } from '../provider.mts';
import { ryzeError } from './answers.mts';
import { health, listInstances, readSettings } from './instances.mts';
import { markChat } from './markChat.mts';
import { markMessage } from './markMessage.mts';
import { showTyping } from './presence.mts';
import { ryzeRateLimit } from './rateLimit.mts';
import { ryzeWebhooks } from './webhooks.mts';

/** RyzeAPI. */
export const ryze: SandboxProvider = {
	id: 'ryze',
	prefix: '/ryze',
	routes: [
		{ method: 'POST', path: '/api/chat/markRead/:instance', answer: markMessage },
		{ method: 'POST', path: '/api/chat/markChatRead/:instance', answer: markChat },
		{ method: 'POST', path: '/api/chat/presence/:instance', answer: showTyping },
		{ method: 'GET', path: '/api/instance/list', answer: listInstances },
		{ method: 'GET', path: '/api/instance/getSettings/:instance', answer: readSettings },
		{ method: 'GET', path: '/health', answer: health },
	],
	unknownPath: (call) => ryzeError(404, `Route not found: ${call.method} ${call.path}`),
	rateLimit: ryzeRateLimit,
	webhooks: ryzeWebhooks,
};
