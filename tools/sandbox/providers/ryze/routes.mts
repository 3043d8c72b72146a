import { z } from 'zod/v4';
import { bearerToken, jsonObject, readFields, Refused } from '../standIn.mts';
import type { FieldFault, ProviderCall, Respond, StandInResponse } from '../standIn.mts';
import { ACCOUNT, TROUBLE } from './credential.mts';
import { invalidBody, invalidToken, notConnected, ryzeError } from './errors.mts';

const { token: accountToken, instance: ownInstance } = ACCOUNT;
const { instanceToken, foreignInstance, disconnectedInstance } = TROUBLE;

/** The instances, and the tokens that reach them: the account's, its own, or none of ours. */
const INSTANCES: ReadonlyArray<{ name: string; state: string; tokens: readonly string[] }> = [
	{ name: ownInstance, state: 'connected', tokens: [accountToken, instanceToken] },
	{ name: disconnectedInstance, state: 'disconnected', tokens: [accountToken] },
	{ name: foreignInstance, state: 'connected', tokens: [] },
];

/** "digits with country code (no `+`)" (docs/providers/ryze.md, "Requests"), or a JID of these servers. */
const DIGITS = /^\d{7,15}$/;
const CHAT_JID = /^\d{5,20}(-\d{5,20})?@(s\.whatsapp\.net|lid|g\.us|newsletter)$/;

/** "JID of the message author (…@s.whatsapp.net or …@lid)". */
const SENDER_JID = /^\d{5,20}@(s\.whatsapp\.net|lid)$/;

const SETTINGS = {
	autoRejectCalls: false,
	callRejectMessage: '',
	ignoreGroupMessages: false,
	keepOnlineStatus: false,
	autoReadMessages: false,
	disableHistorySync: true,
	ignoreStatus: false,
};

const MAX_SECONDS = 60;

const number = z
	.string('number must be a string')
	.refine((text) => chatJid(text) !== null, 'number is not a valid JID');

const receiptFields = z.object({
	messageId: z.string('messageId must be a string').min(1),
	number,
	sender: z
		.string('sender is not a valid JID')
		.refine((jid) => jid === '' || SENDER_JID.test(jid), 'sender is not a valid JID')
		.nullish(),
});

const chatFields = z.object({ number, read: z.boolean('read must be true or false') });

const presenceFields = z.object({
	number,
	state: z.literal('typing', 'state must be "typing"'),
	duration: z
		.number('duration must be a number')
		.positive('duration must be above 0 seconds')
		.max(MAX_SECONDS, `duration must be at most ${MAX_SECONDS} seconds`),
});

/** What RyzeAPI responds to a receipt it accepts. */
export function marked(messageId: string, jid: string): StandInResponse {
	return success('Message marked as read successfully', { message_id: messageId, chat_jid: jid });
}

/**
 * `POST /api/chat/markRead/{instance}` (docs/providers/ryze.md, "Requests").
 *
 * RyzeAPI sends the receipt for whatever id it gets, so an unknown id is no error; but the ticks
 * turn blue only when chat and, in groups, author are the message's own (docs/providers/README.md, "Groups").
 */
export const markMessage: Respond = (call, memory) => {
	const account = connectedInstance(call);
	const { messageId, sender, ...chat } = readBody(call, receiptFields);
	const jid = chatJid(chat.number) ?? '';
	if (!sender && isGroupJid(jid)) {
		throw new Refused(ryzeError(400, 'sender is required for group messages'));
	}
	const message = memory.find('ryze', messageId);
	const isThisChat = message?.account === account && message.chatId === jid;
	if (isThisChat && (!isGroupJid(jid) || message.sender === sender)) memory.markRead([message]);
	return marked(messageId, jid);
};

/** `POST /api/chat/markChatRead/{instance}`: the chat read, or unread (docs/providers/ryze.md, "Requests"). */
export const markChat: Respond = (call, memory) => {
	const account = connectedInstance(call);
	const { read, ...chat } = readBody(call, chatFields);
	const chatId = chatJid(chat.number) ?? '';
	// Marking unread brings the badge back; ticks that are blue stay blue.
	if (read) memory.markRead(memory.conversation('ryze', account, chatId));
	memory.noteChat({ provider: 'ryze', account, chatId, read });
	const message = `Chat marked as ${read ? 'read' : 'unread'} successfully`;
	return success(message, { chat_jid: chatId, read });
};

/** `POST /api/chat/presence/{instance}`: a typing bubble for `duration` seconds (docs/providers/ryze.md, "Requests"). */
export const showTyping: Respond = (call, memory) => {
	const account = connectedInstance(call);
	const { duration, ...chat } = readBody(call, presenceFields);
	const chatId = chatJid(chat.number) ?? '';
	memory.noteTyping({ provider: 'ryze', account, chatId, seconds: duration });
	return success('Presence sent successfully', { chat_jid: chatId });
};

/**
 * `GET /api/instance/getSettings/:instance`: what a credential test reads; one that is not connected responds too
 * (docs.ryzeapi.cloud, "Read Settings").
 */
export const readSettings: Respond = (call) => {
	reachedInstance(call);
	return success('Settings retrieved successfully', { settings: SETTINGS });
};

/**
 * `GET /api/instance/list?instanceName=…`. With the token of an instance "any filter is ignored and the response brings
 * only the instance that owns the token" (docs.ryzeapi.cloud, "List Instances"). As the real list, it holds tokens.
 */
export const listInstances: Respond = (call) => {
	const token = authenticated(call);
	const { instanceName } = call.query;
	const isFiltered = token === accountToken && instanceName !== undefined;
	const owned = INSTANCES.filter(({ name }) => !isFiltered || name === instanceName);
	const instances = reached(owned, token).map(({ name, state }) => ({
		name,
		token,
		connection: { state },
	}));
	return { status: 200, body: { success: true, instances } };
};

/** The token of the `token` header, else of `Authorization: Bearer`. */
export function ryzeToken(call: ProviderCall): string | null {
	return call.headers.token || bearerToken(call);
}

/** The chat's JID; `null` for a number RyzeAPI does not list, `@c.us` among them. */
export function chatJid(text: string): string | null {
	if (DIGITS.test(text)) return `${text}@s.whatsapp.net`;
	return CHAT_JID.test(text) ? text : null;
}

export function isGroupJid(jid: string): boolean {
	return jid.endsWith('@g.us');
}

function success(message: string, content: object): StandInResponse {
	return { status: 200, body: { success: true, message, ...content } };
}

/** Unknown fields are ignored: no document forbids them. */
function readBody<Fields>(call: ProviderCall, schema: z.ZodType<Fields>): Fields {
	if (!jsonObject(call)) {
		const { body } = call;
		const reason = body.format === 'unreadable' ? body.note : 'a JSON object is required';
		throw new Refused(invalidBody(reason));
	}
	return readFields(call, schema, fieldError);
}

function fieldError({ field, problem, details }: FieldFault): StandInResponse {
	if (problem !== 'missing') return invalidBody(details);
	return ryzeError(400, field === 'number' ? 'Number is required' : details);
}

/** The token of a call. @throws Refused when it is missing or wrong */
function authenticated(call: ProviderCall): string {
	const token = ryzeToken(call);
	if (token === null) throw new Refused(ryzeError(401, 'Missing token header'));
	if (token !== accountToken && token !== instanceToken) throw new Refused(invalidToken());
	return token;
}

/** The instances that the token reaches. @throws Refused when it is none */
function reached(asked: typeof INSTANCES, token: string): typeof INSTANCES {
	if (asked.length === 0) throw new Refused(ryzeError(404, 'Instance not found'));
	const owned = asked.filter(({ tokens }) => tokens.includes(token));
	if (owned.length === 0) throw new Refused(ryzeError(403, 'Token does not own this instance'));
	return owned;
}

function reachedInstance(call: ProviderCall) {
	const token = authenticated(call);
	const name = (call.params.instance ?? '').trim();
	if (name === '') throw new Refused(ryzeError(400, 'Instance name is required'));
	return reached(
		INSTANCES.filter((instance) => instance.name === name),
		token,
	);
}

/** The name of the instance in the path. @throws Refused when the token cannot act with it */
function connectedInstance(call: ProviderCall): string {
	const [instance] = reachedInstance(call);
	if (instance?.state !== 'connected') throw new Refused(notConnected());
	return instance.name;
}
