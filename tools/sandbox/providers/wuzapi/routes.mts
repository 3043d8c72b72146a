import { z } from 'zod/v4';
import { jsonObject, readFields, Refused } from '../standIn.mts';
import type { FieldFault, ProviderCall, Respond, StandInResponse } from '../standIn.mts';
import { ACCOUNT, INSTANCE, TROUBLE } from './credential.mts';

/** The instances by their tokens. */
const INSTANCES = [
	{ token: ACCOUNT.token, name: INSTANCE, hasSession: true, loggedIn: true },
	{ token: TROUBLE.waitingToken, name: 'waiting', hasSession: true, loggedIn: false },
	{ token: TROUBLE.stoppedToken, name: 'stopped', hasSession: false, loggedIn: false },
];

const text = z.string().default('');

const receiptFields = z.object({
	Id: z.array(z.string()).min(1),
	Chat: text,
	ChatPhone: text,
	Sender: text,
	SenderPhone: text,
});

const presenceFields = z.object({
	Phone: z.string().min(1),
	State: z.enum(['composing', 'paused']),
	Media: text,
});

/** An error as the server writes it (docs/providers/wuzapi.md, "Errors"). */
export function wuzapiError(status: number, error: string): StandInResponse {
	return { status, body: { code: status, error, success: false } };
}

export const noSession = () => wuzapiError(500, 'no session');

export const unauthorized = () => wuzapiError(401, 'unauthorized');

/** What Wuzapi responds to a receipt, whatever comes of it. */
export const MARKED = success({ Details: 'Message(s) marked as read' });

/**
 * `POST /chat/markread` (docs/providers/wuzapi.md, "Requests"). The receipt goes out whatever it names; the ticks turn blue
 * only when the chat and, in groups, the author are the message's own.
 */
export const markRead: Respond = (call, memory) => {
	const { name: account } = instanceWithSession(call);
	const { Id, ...given } = readBody(call, receiptFields);
	const chat = addressOf(given, 'Chat');
	const sender = addressOf(given, 'Sender');
	if (chat === '') throw new Refused(wuzapiError(400, 'missing ChatPhone in Payload'));
	const messages = Id.flatMap((id) => memory.find('wuzapi', id) ?? []);
	memory.markRead(
		messages.filter(
			(message) =>
				message.account === account &&
				message.chatId === chat &&
				(!message.isGroup || message.sender === withoutDevice(sender)),
		),
	);
	return MARKED;
};

/** `POST /chat/presence`: a typing bubble, for no stated time. */
export const showTyping: Respond = (call, memory) => {
	const { name: account } = instanceWithSession(call);
	const { Phone, State } = readBody(call, presenceFields);
	const chatId = jidOf(Phone, 'Phone');
	if (State === 'composing') memory.noteTyping({ provider: 'wuzapi', account, chatId });
	return success({ Details: 'Chat presence set successfuly' });
};

/** `GET /session/status`: what a credential test reads. As the real one of newer servers, it holds the token. */
export const readStatus: Respond = (call) => {
	const { name, token, loggedIn } = instanceWithSession(call);
	return success({ id: '0a1b', name, connected: true, loggedIn, token, events: 'Message' });
};

/** The engine drops the device of an author, but not that of a chat. */
export function withoutDevice(jid: string): string {
	return jid.replace(/:\d+@/, '@');
}

function success(data: object): StandInResponse {
	return { status: 200, body: { code: 200, data, success: true } };
}

/** @throws Refused when nobody has the token, or its instance has no session */
function instanceWithSession({ headers }: ProviderCall): (typeof INSTANCES)[number] {
	const instance = INSTANCES.find(({ token }) => token === headers.token);
	if (instance === undefined) throw new Refused(unauthorized());
	if (!instance.hasSession) throw new Refused(noSession());
	return instance;
}

/** Unknown fields are ignored; a value of another type is none at all. */
function readBody<Fields>(call: ProviderCall, schema: z.ZodType<Fields>): Fields {
	if (!jsonObject(call)) throw new Refused(wuzapiError(400, 'could not decode Payload'));
	return readFields(call, schema, fieldError);
}

function fieldError({ field, problem }: FieldFault): StandInResponse {
	const isMissing = problem === 'missing';
	return wuzapiError(400, isMissing ? `missing ${field} in Payload` : 'could not decode Payload');
}

/** `ChatPhone` where it is given, else `Chat`, of which bare digits mean nobody; the same of the sender. */
function addressOf(given: Readonly<Record<string, string>>, who: 'Chat' | 'Sender'): string {
	const { [`${who}Phone`]: phone = '', [who]: jid = '' } = given;
	return phone === '' ? jid : jidOf(phone, `${who}Phone`);
}

/** @throws Refused when a text is neither a phone number nor a JID */
function jidOf(phone: string, field: string): string {
	if (/^\+?\d+$/.test(phone)) return `${phone.replace('+', '')}@s.whatsapp.net`;
	if (/^[^@]+@[^@]+$/.test(phone)) return phone;
	throw new Refused(wuzapiError(400, `could not parse ${field}`));
}
