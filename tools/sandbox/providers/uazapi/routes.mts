import { z } from 'zod/v4';
import { readFields, Refused } from '../standIn.mts';
import type { FieldFault, ProviderCall, Respond, StandInResponse } from '../standIn.mts';
import { ACCOUNT, INSTANCE, TROUBLE } from './credential.mts';

const { disconnectedToken } = TROUBLE;

const MAX_TYPING_MS = 300_000;

const number = z.string().refine((text) => chatJid(text) !== null);

const receiptFields = z.object({ id: z.array(z.string()).min(1) });

const chatFields = z.object({ number, read: z.boolean() });

const presenceFields = z.object({
	number,
	presence: z.enum(['composing', 'recording', 'paused']),
	delay: z.number().max(MAX_TYPING_MS).default(MAX_TYPING_MS),
});

/** The response to a receipt as the schema documents it: a result for each id. */
export function results(
	ids: readonly unknown[],
	isKnown: (id: string) => boolean,
): StandInResponse {
	const resultOf = (id: string) =>
		isKnown(id)
			? { message_id: id, status: 'success' }
			: { message_id: id, status: 'error', error: 'Message not found' };
	return { status: 200, body: { results: ids.map((id) => resultOf(String(id))) } };
}

export function uazapiError(status: number, error: string): StandInResponse {
	return { status, body: { error } };
}

export const notConnected = () => uazapiError(500, 'session not connected');

export const unknownToken = () => uazapiError(401, 'instance info not found');

/** `POST /message/markread`: the server looks each id up among the messages of the instance (docs/providers/uazapi.md, "Requests"). */
export const markMessages: Respond = (call, memory) => {
	requireConnected(call);
	const { id: ids } = readBody(call, receiptFields);
	const received = (id: string) => {
		const message = memory.find('uazapi', id);
		return message?.account === INSTANCE ? [message] : [];
	};
	memory.markRead(ids.flatMap(received));
	return results(ids, (id) => received(id).length > 0 || memory.isOwn('uazapi', id));
};

/** `POST /chat/read`: resets the badge; the documents also promise a receipt. */
export const markChat: Respond = (call, memory) => {
	requireConnected(call);
	const { read, ...chat } = readBody(call, chatFields);
	const chatId = chatJid(chat.number) ?? '';
	if (read) memory.markRead(memory.conversation('uazapi', INSTANCE, chatId));
	memory.noteChat({ provider: 'uazapi', account: INSTANCE, chatId, read });
	return { status: 200, body: { response: 'Chat read status updated successfully' } };
};

/** `POST /message/presence`: answered at once; it goes on in the background for `delay` milliseconds. */
export const showTyping: Respond = (call, memory) => {
	requireConnected(call);
	const { presence, delay, ...chat } = readBody(call, presenceFields);
	const chatId = chatJid(chat.number) ?? '';
	const seconds = delay / 1000;
	if (presence === 'composing')
		memory.noteTyping({ provider: 'uazapi', account: INSTANCE, chatId, seconds });
	return { status: 200, body: { response: 'Chat presence sent successfully' } };
};

/** `GET /instance/status`: as the real one, it holds the token. */
export const readStatus: Respond = (call) => {
	const connected = isConnected(call);
	const state = connected ? 'connected' : 'disconnected';
	const instance = {
		id: 'r183e2ef9597845',
		name: INSTANCE,
		status: state,
		token: call.headers.token,
	};
	return { status: 200, body: { instance, status: { connected, loggedIn: connected, jid: null } } };
};

/** The address that WhatsApp means by digits or a JID; `null` where it is neither. */
export function chatJid(text: string): string | null {
	if (/^\d{7,15}$/.test(text)) return `${text}@s.whatsapp.net`;
	return /^[\d-]{5,30}@(s\.whatsapp\.net|lid|g\.us)$/.test(text) ? text : null;
}

/** @throws Refused when no instance has the token */
function isConnected({ headers: { token } }: ProviderCall): boolean {
	if (token !== ACCOUNT.token && token !== disconnectedToken) throw new Refused(unknownToken());
	return token === ACCOUNT.token;
}

/** @throws Refused */
function requireConnected(call: ProviderCall): void {
	if (!isConnected(call)) throw new Refused(notConnected());
}

function readBody<Fields>(call: ProviderCall, schema: z.ZodType<Fields>): Fields {
	return readFields(call, schema, ({ field, problem }: FieldFault) =>
		uazapiError(400, `${problem === 'missing' ? 'Missing' : 'Invalid'} ${named(field)} in Payload`),
	);
}

/** As in `Missing Id in Payload`. */
function named(field: string): string {
	return field.charAt(0).toUpperCase() + field.slice(1);
}
