import { COMMON_ERRORS } from '../../responses/commonErrors';
import type { Call, ProviderRequest } from '../calls';
import type { Connection, Provider } from '../provider';
import { connectWuzapi } from './connection';
import { WUZAPI_ERRORS } from './errors';
import { readWuzapiFields, WUZAPI_FIELDS } from './fields';
import { readWuzapiResponse } from './response';
import { readWuzapiWebhook, wuzapiWebhookSecrets } from './webhook';

/** Wuzapi: its facts and their sources are in docs/providers/wuzapi.md. */
export const wuzapi: Provider = {
	id: 'wuzapi',
	displayName: 'Wuzapi',
	description: 'A WhatsApp number linked by QR code to your own Wuzapi server (whatsmeow)',
	credentialType: 'whatsAppMarkReadWuzapiApi',
	operations: ['markMessage'],
	fields: WUZAPI_FIELDS,
	idsPerCall: 'many',
	typing: 'ownCall',
	// The ids of a chat are sent in one call instead.
	latestOnlyDefault: null,
	errors: [...WUZAPI_ERRORS, ...COMMON_ERRORS],
	connect: connectWuzapi,
	// The token decides the instance; that of the event is only reported.
	parseAccount: (account) => account,
	readWebhook: readWuzapiWebhook,
	webhookSecrets: wuzapiWebhookSecrets,
	readMessages: readWuzapiFields,
	buildRequest,
	readResponse: readWuzapiResponse,
};

function buildRequest(call: Call, { apiUrl }: Connection): ProviderRequest {
	const post = (path: string, body: ProviderRequest['body']): ProviderRequest => ({
		method: 'POST',
		url: `${apiUrl}/chat/${path}`,
		body,
	});
	const { chatId } = call;
	switch (call.kind) {
		case 'markMessages': {
			const { messageIds, sender } = call;
			// Servers before October 2025 know only the shorter names, and later ones prefer the longer ones.
			const receipt = { Id: [...messageIds], Chat: chatId, ChatPhone: chatId };
			return post(
				'markread',
				sender === null ? receipt : { ...receipt, Sender: sender, SenderPhone: sender },
			);
		}
		case 'showTyping':
			return post('presence', { Phone: chatId, State: 'composing', Media: '' });
		default:
			throw new TypeError('Wuzapi cannot mark a whole chat');
	}
}
