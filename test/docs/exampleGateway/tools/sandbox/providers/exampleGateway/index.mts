import { randomUUID } from 'node:crypto';
import type { SandboxMemory } from '../../memory/SandboxMemory.mts';
import { bearerToken } from '../../server/bearerToken.mts';
import { jsonObject } from '../../server/postedBody.mts';
import { rateLimitHeaders } from '../../server/TokenBuckets.mts';
import type { ProviderCall, StandIn, StandInResponse, WebhookOrder } from '../standIn.mts';

const ACCOUNT = { apiKey: 'sandbox-example-gateway-key-0001', line: 'support' };

const CODES: Readonly<Record<number, string>> = { 401: 'bad_key', 429: 'too_many', 503: 'offline' };

/** Example Gateway, as its documents describe it (docs/providers/exampleGateway.md). */
export const standIn: StandIn = {
	basePath: '/example-gateway',
	account: ACCOUNT,
	webhookSecrets: [],
	otherSecrets: [],
	accountId: ACCOUNT.line,
	routes: [
		{ method: 'POST', path: '/v1/lines/:line/read', respond: markMessage },
		{ method: 'GET', path: '/v1/me', respond: readMe },
	],
	receipt: (message_id) => ({
		path: `/v1/lines/${ACCOUNT.line}/read`,
		headers: { authorization: `Bearer ${ACCOUNT.apiKey}` },
		body: { message_id },
	}),
	accepted: () => ({ status: 200, body: { ok: true, request: randomUUID() } }),
	unknownPath: (call) => failure(404, `No route ${call.path}`),
	error: failure,
	disconnected: () => failure(503, 'The line is not connected to WhatsApp'),
	badToken: () => failure(401, 'The key is not valid'),
	rateLimit: {
		documented: null,
		bucketOf: (call) => bearerToken(call.headers) ?? '',
		spends: (call) => call.method === 'POST',
		headers: rateLimitHeaders,
		error: () => failure(429, 'Too many requests'),
	},
	webhooks: {
		layouts: { v1: ['direct', 'status', 'reaction', 'own'] },
		build: (order) => {
			const messageId = order.messageId ?? `EG.${randomUUID()}`;
			return { payload: payload(order, messageId), messageId };
		},
	},
	cast: {
		business: { name: 'Example Shop', number: '+55 11 97777-6666' },
		group: { title: 'Example group', id: '120363000000000001@g.us' },
		members: { Ana: '5511999990001', Bruno: '5511999990002' },
		personSuffix: '@s.whatsapp.net',
	},
};

function failure(status: number, text: string): StandInResponse {
	return { status, body: { ok: false, code: CODES[status] ?? 'error', text } };
}

function isKnown(call: ProviderCall): boolean {
	return bearerToken(call.headers) === ACCOUNT.apiKey;
}

function markMessage(call: ProviderCall, memory: SandboxMemory): StandInResponse {
	if (!isKnown(call)) return standIn.badToken();
	const { message_id: id, typing } = jsonObject(call.body) ?? {};
	const message = memory.find('exampleGateway', String(id));
	if (message === undefined || message.account !== call.params.line) {
		return { status: 404, body: { ok: false, code: 'unknown_message', text: 'No such message' } };
	}
	memory.markRead([message]);
	if (typing === true) {
		const { provider, account, chatId, messageId } = message;
		memory.noteTyping({ provider, account, chatId, messageId, seconds: null });
	}
	return standIn.accepted({});
}

function readMe(call: ProviderCall): StandInResponse {
	return isKnown(call) ? { status: 200, body: { line: ACCOUNT.line } } : standIn.badToken();
}

function payload({ kind, account, chat, timestamp }: WebhookOrder, id: string): object {
	if (kind === 'status') return { type: 'message.status', line: account, status: 'read' };
	const message = {
		id,
		chat,
		from_me: kind === 'own',
		kind: kind === 'reaction' ? 'reaction' : 'text',
		sent_at: timestamp,
	};
	return { type: 'message.received', line: account, message };
}
