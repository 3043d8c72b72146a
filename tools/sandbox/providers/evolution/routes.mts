import { STATUS_CODES } from 'node:http';
import { z } from 'zod/v4';
import { readFields, Refused } from '../standIn.mts';
import type { FieldFault, ProviderCall, Respond, StandInResponse } from '../standIn.mts';
import { ACCOUNT, TROUBLE } from './credential.mts';

const { instanceToken, disconnectedInstance, cloudInstance } = TROUBLE;

/** The instances, and the keys that reach them besides the global one. */
const INSTANCES = [
	{ name: ACCOUNT.instance, connectionStatus: 'open', token: instanceToken },
	{ name: disconnectedInstance, connectionStatus: 'close', token: null },
	{ name: cloudInstance, connectionStatus: 'open', token: null },
] as const;

const messageKey = z.object({
	remoteJid: z.string('is not of a type(s) string'),
	fromMe: z.boolean('is not of a type(s) boolean'),
	id: z.string('is not of a type(s) string'),
});

const receiptFields = z.object({
	readMessages: z
		.array(messageKey)
		.min(1, 'does not meet minimum length of 1')
		.refine(
			(keys) => new Set(keys.map((key) => JSON.stringify(key))).size === keys.length,
			'contains duplicate item',
		),
});

const unreadFields = z.object({
	lastMessage: z.object({ key: messageKey, messageTimestamp: z.int().optional() }),
	chat: z.string().optional(),
});

const presenceFields = z.object({
	number: z.string(),
	presence: z.enum(['unavailable', 'available', 'composing', 'recording', 'paused']),
	delay: z.number(),
});

/** What Evolution API responds to every receipt, whatever it has marked. */
export function marked(): StandInResponse {
	return { status: 201, body: { message: 'Read messages', read: 'success' } };
}

/** `{status, error, response: {message}}`, where the message has several forms. */
export function evolutionError(status: number, message: unknown): StandInResponse {
	return { status, body: { status, error: STATUS_CODES[status] ?? '', response: { message } } };
}

export const notConnected = () =>
	evolutionError(500, ['Read messages fail', 'Error: Connection Closed']);

export const unauthorized = () => evolutionError(401, 'Unauthorized');

/**
 * `POST /chat/markMessageAsRead/{instance}` as version 2.3.7 does it (docs/providers/evolution.md, "Requests"): what does not end in
 * `@s.whatsapp.net` or `@g.us` is dropped, and a group's receipt goes out without the author, which WhatsApp ignores. None of it is an
 * error.
 */
export const markMessages: Respond = (call, memory) => {
	const account = connectedInstance(call, notConnected);
	const { readMessages } = readBody(call, receiptFields);
	for (const { remoteJid, fromMe, id } of readMessages) {
		const message = memory.find('evolution', id);
		const isPassedOn = remoteJid.endsWith('@s.whatsapp.net') && !fromMe;
		const isThisChat = message?.account === account && message.chatId === remoteJid;
		if (isPassedOn && isThisChat) memory.markRead([message]);
	}
	return marked();
};

/** `POST /chat/markChatUnread/{instance}`; Baileys wants the author of a group's last message. */
export const markChatUnread: Respond = (call, memory) => {
	const account = connectedInstance(call, () => unreadError('Error: Connection Closed'));
	const { remoteJid } = readBody(call, unreadFields).lastMessage.key;
	if (remoteJid.endsWith('@g.us'))
		throw new Refused(unreadError('Error: Expected not from me message to have participant'));
	const chatId = toJid(remoteJid);
	memory.noteChat({ provider: 'evolution', account, chatId, read: false });
	return { status: 201, body: { chatId: remoteJid, markedChatUnread: true } };
};

/** `POST /chat/sendPresence/{instance}`: answered when the `delay` is over. */
export const sendPresence: Respond = (call, memory) => {
	const account = connectedInstance(call, () => evolutionError(400, ['Error: Connection Closed']));
	const { number, presence, delay } = readBody(call, presenceFields);
	const isTyping = presence === 'composing' && delay > 0;
	const chatId = toJid(number);
	if (isTyping)
		memory.noteTyping({ provider: 'evolution', account, chatId, seconds: delay / 1000 });
	return { status: 201, body: { presence }, heldBackMs: delay };
};

/** `GET /instance/fetchInstances`: with the token of an instance only that one. As the real list, it holds tokens. */
export const fetchInstances: Respond = ({ headers, query }) => {
	const { instanceName = '' } = query;
	const isGlobal = headers.apikey === ACCOUNT.apiKey;
	const found = INSTANCES.filter(
		({ name, token }) =>
			(instanceName === '' || name === instanceName) && (isGlobal || token === headers.apikey),
	);
	if (found.length === 0) {
		if (!isGlobal) throw new Refused(unauthorized());
		throw new Refused(evolutionError(404, [`Instance "${instanceName}" not found`]));
	}
	const body = found.map((instance) => ({ ...instance, integration: 'WHATSAPP-BAILEYS' }));
	return { status: 200, body };
};

/** `GET /`: needs no key. */
export const greet: Respond = () => ({
	status: 200,
	body: {
		status: 200,
		message: 'Welcome to the Evolution API, it is working!',
		version: '2.3.7',
	},
});

/** The address that WhatsApp means by a number or an address of WhatsApp Web. */
export function toJid(id: string): string {
	return /^\d+(@c\.us)?$/.test(id) ? `${id.replace('@c.us', '')}@s.whatsapp.net` : id;
}

function unreadError(text: string): StandInResponse {
	const message = ['An error occurred while marked unread the chat. Open a calling.', text];
	return evolutionError(500, [{ markedChatUnread: false, message }]);
}

function readBody<Fields>(call: ProviderCall, schema: z.ZodType<Fields>): Fields {
	return readFields(call, schema, ({ field, problem, details }: FieldFault) =>
		evolutionError(400, [
			[problem === 'missing' ? `instance requires property "${field}"` : `${field} ${details}`],
		]),
	);
}

/** The name of the instance in the path; the server looks for it before it looks at the key. @throws Refused */
function connectedInstance(call: ProviderCall, disconnected: () => StandInResponse): string {
	const { instance: name = '' } = call.params;
	const { apikey } = call.headers;
	const instance = INSTANCES.find((candidate) => candidate.name === name);
	if (!instance) throw new Refused(evolutionError(404, [`The "${name}" instance does not exist`]));
	if (apikey !== ACCOUNT.apiKey && apikey !== instance.token) throw new Refused(unauthorized());
	if (name === cloudInstance)
		throw new Refused(evolutionError(400, ['Method not available on WhatsApp Business API']));
	if (instance.connectionStatus !== 'open') throw new Refused(disconnected());
	return name;
}
