import type { StandIn } from '../standIn.mts';
import { ACCOUNT } from './credential.mts';
import {
	getStateInstance,
	greenApiError,
	notAuthorized,
	readChat,
	sendTyping,
	setRead,
	unauthorized,
} from './routes.mts';
import { greenApiWebhooks } from './webhooks.mts';

const { idInstance, apiTokenInstance } = ACCOUNT;

/** GREEN-API. */
export const standIn: StandIn = {
	basePath: '/green-api',
	account: ACCOUNT,
	accountId: idInstance,
	routes: {
		'POST /waInstance:idInstance/readChat/:token': readChat,
		'POST /waInstance:idInstance/sendTyping/:token': sendTyping,
		'GET /waInstance:idInstance/getStateInstance/:token': getStateInstance,
	},
	receipt: (messageId) => ({
		path: `/waInstance${idInstance}/readChat/${apiTokenInstance}`,
		headers: {},
		body: { chatId: '5511955550001@c.us', idMessage: messageId },
	}),
	accepted: () => setRead(true),
	error: greenApiError,
	disconnected: notAuthorized,
	badToken: unauthorized,
	// Its documents name 10 requests a second for each instance, but nothing announces them: only an option asks for a limit.
	rateLimit: { bucketOf: ({ path }) => path, headers: () => ({}) },

	webhooks: greenApiWebhooks,
	cast: {
		business: { name: 'Viveiro Verde', number: '+55 11 95555-0000' },
		group: { title: 'Mudas da semana', id: '120363123456791@g.us' },
		members: { Nina: '5511955550001', Davi: '5511955550002', Olga: '5511955550003' },
		personSuffix: '@c.us',
	},
};
