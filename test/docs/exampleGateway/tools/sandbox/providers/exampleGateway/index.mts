import { randomUUID } from 'node:crypto';
import { bearerToken, jsonObject, Refused } from '../standIn.mts';
import type { ProviderCall, Respond, StandIn, StandInResponse, WebhookOrder } from '../standIn.mts';

const ACCOUNT = { apiKey: 'sandbox-example-gateway-key-0001', line: 'support' };

const CODES: Readonly<Record<number, string>> = { 401: 'bad_key', 429: 'too_many', 503: 'offline' };

/** `POST /v1/lines/{line}/read`: marks one message, with typing when asked. */
const markMessage: Respond = (call, memory) => {
	authenticate(call);
	const { message_id: id, typing } = jsonObject(call) ?? {};
	const message = memory.find('exampleGateway', String(id));
	if (message === undefined || message.account !== call.params.line) {
		return { status: 404, body: { ok: false, code: 'unknown_message', text: 'No such message' } };
	}
	memory.markRead([message]);
	if (typing === true) memory.noteTyping(message);
	return accepted();
};

/** `GET /v1/me`: what a credential test reads. */
const readMe: Respond = (call) => {
	authenticate(call);
	return { status: 200, body: { line: ACCOUNT.line } };
};

/** Example Gateway, as its documents describe it (docs/providers/exampleGateway.md). */
export const standIn: StandIn = {
	basePath: '/example-gateway',
	account: ACCOUNT,
	accountId: ACCOUNT.line,
	routes: { 'POST /v1/lines/:line/read': markMessage, 'GET /v1/me': readMe },
	receipt: (message_id) => ({
		path: `/v1/lines/${ACCOUNT.line}/read`,
		headers: { authorization: `Bearer ${ACCOUNT.apiKey}` },
		body: { message_id },
	}),
	accepted,
	error: failure,
	disconnected: () => failure(503, 'The line is not connected to WhatsApp'),
	badToken,
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

function accepted(): StandInResponse {
	return { status: 200, body: { ok: true, request: randomUUID() } };
}

function failure(status: number, text: string): StandInResponse {
	return { status, body: { ok: false, code: CODES[status] ?? 'error', text } };
}

function badToken(): StandInResponse {
	return failure(401, 'The key is not valid');
}

/** @throws Refused when the call does not show the key */
function authenticate(call: ProviderCall): void {
	if (bearerToken(call) !== ACCOUNT.apiKey) throw new Refused(badToken());
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
