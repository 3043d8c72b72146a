import { pathSegment } from '../../credentialValues/baseUrl';
import { COMMON_ERRORS } from '../../responses/commonErrors';
import type { Call, ProviderRequest } from '../calls';
import { parseAccountName } from '../linked/account';
import type { Connection, Provider } from '../provider';
import { connectEvolution } from './connection';
import { EVOLUTION_ERRORS } from './errors';
import { EVOLUTION_FIELDS, readEvolutionFields, refuseChatFields } from './fields';
import { evolutionDirectory, readEvolutionResponse } from './response';
import { evolutionWebhookSecrets, readEvolutionWebhook } from './webhook';

/** How long the typing indicator shows, milliseconds: as long as Meta's does. */
const TYPING_MS = 25_000;

/** Evolution API, version 2: its facts and their sources are in docs/providers/evolution.md. */
export const evolution: Provider = {
	id: 'evolution',
	displayName: 'Evolution API',
	description: 'A WhatsApp number linked by QR code to your own Evolution API server (version 2)',
	credentialType: 'whatsAppMarkReadEvolutionApi',
	operations: ['markMessage', 'markChatUnread'],
	fields: EVOLUTION_FIELDS,
	idsPerCall: 'many',
	typing: 'ownCall',
	answersTypingLate: true,
	// The ids of a chat are sent in one call instead.
	latestOnlyDefault: null,
	errors: [...EVOLUTION_ERRORS, ...COMMON_ERRORS],
	connect: connectEvolution,
	parseAccount: (given) => parseAccountName(given, 'Instance'),
	readWebhook: readEvolutionWebhook,
	webhookSecrets: evolutionWebhookSecrets,
	readMessages: readEvolutionFields,
	readChat: refuseChatFields,
	accountDirectory: evolutionDirectory,
	buildRequest,
	readResponse: readEvolutionResponse,
};

function buildRequest(call: Call, { apiUrl }: Connection): ProviderRequest {
	const post = (path: string, body: ProviderRequest['body']): ProviderRequest => ({
		method: 'POST',
		url: `${apiUrl}/chat/${path}/${pathSegment(call.account, 'Instance')}`,
		body,
	});
	const keyOf = (id: string) => ({ remoteJid: call.chatId, fromMe: false, id });
	if (call.kind === 'markMessages') {
		return post('markMessageAsRead', { readMessages: call.messageIds.map(keyOf) });
	}
	if (call.kind === 'showTyping') {
		return post('sendPresence', {
			number: call.chatId,
			presence: 'composing',
			delay: TYPING_MS,
		});
	}
	if (call.kind === 'markChat' || call.lastMessage === null) {
		throw new TypeError('Evolution API cannot mark a chat without its last message');
	}
	const { id, timestamp } = call.lastMessage;
	// In seconds: without the time the server fills in milliseconds.
	const messageTimestamp = timestamp ?? undefined;
	return post('markChatUnread', {
		lastMessage: { key: keyOf(id), messageTimestamp },
		chat: call.chatId,
	});
}
