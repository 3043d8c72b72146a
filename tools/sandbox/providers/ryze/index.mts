import type { StandIn } from '../standIn.mts';
import { ERRORS, ryzeError } from './errors.mts';
import { ACCOUNT, RYZE_PAYLOAD_TOKEN, TROUBLE } from './credential.mts';
import { health, listInstances, readSettings } from './instances.mts';
import { markChat } from './markChat.mts';
import { marked, markMessage } from './markMessage.mts';
import { showTyping } from './presence.mts';
import { ryzeRateLimit } from './rateLimit.mts';
import { ryzeWebhooks } from './webhooks.mts';

/** RyzeAPI. */
export const standIn: StandIn = {
	basePath: '/ryze',
	account: ACCOUNT,
	webhookSecrets: [RYZE_PAYLOAD_TOKEN],
	otherSecrets: [TROUBLE.instanceToken],
	accountId: ACCOUNT.instance,
	routes: [
		{ method: 'POST', path: '/api/chat/markRead/:instance', respond: markMessage },
		{ method: 'POST', path: '/api/chat/markChatRead/:instance', respond: markChat },
		{ method: 'POST', path: '/api/chat/presence/:instance', respond: showTyping },
		{ method: 'GET', path: '/api/instance/list', respond: listInstances },
		{ method: 'GET', path: '/api/instance/getSettings/:instance', respond: readSettings },
		{ method: 'GET', path: '/health', respond: health },
	],
	receipt: (messageId) => ({
		path: `/api/chat/markRead/${ACCOUNT.instance}`,
		headers: { token: ACCOUNT.token },
		body: { messageId, number: '5511999999999' },
	}),
	accepted: ({ messageId, number }) => marked(String(messageId), String(number)),
	unknownPath: (call) => ryzeError(404, `Route not found: ${call.method} ${call.path}`),
	rateLimit: ryzeRateLimit,
	webhooks: ryzeWebhooks,
	error: ryzeError,
	disconnected: () => ERRORS.notConnected,
	badToken: () => ERRORS.invalidToken,
	cast: {
		business: { name: 'Livraria Sol', number: '+55 11 98888-7777' },
		group: { title: 'Clube do livro', id: '120363123456789@g.us' },
		members: { Camila: '5511999999999', Rafael: '5511999999998', Helena: '5511999999997' },
		personSuffix: '@s.whatsapp.net',
	},
};
