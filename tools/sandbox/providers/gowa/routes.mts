import { z } from 'zod/v4';
import { readFields, Refused } from '../standIn.mts';
import type { FieldFault, ProviderCall, Respond, StandInResponse } from '../standIn.mts';
import { ACCOUNT, BASIC_TOKEN, TROUBLE } from './credential.mts';

/** The devices of the server; their `webhook_secret` is none of a dropdown's business. */
export const DEVICES = [
	{ id: ACCOUNT.deviceId, jid: '5511922220000@s.whatsapp.net', state: 'logged_in' },
	{ id: TROUBLE.disconnectedDevice, jid: '5511922220009@s.whatsapp.net', state: 'disconnected' },
	{ id: TROUBLE.newDevice, jid: '', state: 'created' },
].map((device) => ({ ...device, display_name: `Sandbox ${device.id}`, webhook_secret: 'secret' }));

const chatFields = z.object({ phone: z.string('must be a text').min(1) });

const typingFields = chatFields.extend({
	action: z.enum(['start', 'stop'], 'must be a valid value'),
});

/** `{status, code, message, results}`, of errors and successes alike. */
export function gowaError(status: number, code: string, message: string): StandInResponse {
	return { status, body: { status, code, message, results: null } };
}

function success(message: string, results: unknown): StandInResponse {
	return { status: 200, body: { status: 200, code: 'SUCCESS', message, results } };
}

export function marked(messageId: string): StandInResponse {
	const status = `Mark as read success ${messageId}`;
	return success(status, { message_id: messageId, status });
}

/** A text, not the server's own form: it comes from the framework. */
export function unauthorized(): StandInResponse {
	return {
		status: 401,
		body: 'Unauthorized',
		headers: { 'www-authenticate': 'basic realm="Restricted"' },
	};
}

export const notConnected = () =>
	gowaError(
		401,
		'AUTHENTICATION_ERROR',
		'you are not connect to services server, please reconnect',
	);

/**
 * `POST /message/{id}/read` (docs/providers/gowa.md, "Requests"): the server names itself as the author of a group's message, which
 * WhatsApp ignores. It is no error, nor is a message that nobody sent.
 */
export const markRead: Respond = (call, memory) => {
	const account = connectedDevice(call);
	const { messageId = '' } = call.params;
	const chatId = toJid(readFields(call, chatFields, invalid).phone);
	const message = memory.find('gowa', messageId);
	const isThisChat = message?.account === account && message.chatId === chatId;
	if (isThisChat && !message.isGroup) memory.markRead([message]);
	return marked(messageId);
};

/** `POST /send/chat-presence`: no document says when the bubble ends. */
export const showTyping: Respond = (call, memory) => {
	const account = connectedDevice(call);
	const { phone, action } = readFields(call, typingFields, invalid);
	if (action === 'start') memory.noteTyping({ provider: 'gowa', account, chatId: toJid(phone) });
	return success(`Send chat presence success ${action}`, { message_id: 'chat-presence' });
};

/** `GET /devices`: the one path that needs no device. */
export const listDevices: Respond = (call) => {
	authenticate(call);
	return success('List devices', DEVICES);
};

/** The address that the server makes of a text: one without a domain is a person's up to 15 characters, else a group's. */
export function toJid(text: string): string {
	if (text.endsWith('@c.us')) return text.replace('@c.us', '@s.whatsapp.net');
	if (text.includes('@')) return text;
	return `${text}@${text.length > 15 ? 'g.us' : 's.whatsapp.net'}`;
}

/** @throws Refused when user or password are wrong */
function authenticate({ headers }: ProviderCall): void {
	if (headers.authorization !== `Basic ${BASIC_TOKEN}`) throw new Refused(unauthorized());
}

/** The ID of the device that the header or the query names, by its ID or its JID. @throws Refused */
function connectedDevice(call: ProviderCall): string {
	authenticate(call);
	const { headers, query } = call;
	const name = decodeURIComponent(headers['x-device-id'] ?? '') || (query.device_id ?? '');
	if (name === '') {
		const message = 'device_id is required via X-Device-Id header or device_id query';
		throw new Refused(gowaError(400, 'DEVICE_ID_REQUIRED', message));
	}
	const device = DEVICES.find(({ id, jid }) => id === name || jid === name);
	if (!device) {
		const message =
			'device not found; create a device first from /api/devices or provide a valid X-Device-Id';
		throw new Refused(gowaError(404, 'DEVICE_NOT_FOUND', message));
	}
	if (device.state === 'created')
		throw new Refused(gowaError(500, 'INVALID_WA_CLI', 'your WhatsApp CLI is invalid or empty'));
	if (device.state !== 'logged_in') throw new Refused(notConnected());
	return device.id;
}

function invalid({ field, problem, details }: FieldFault): StandInResponse {
	const fault = problem === 'missing' ? 'cannot be blank' : details;
	return gowaError(400, 'VALIDATION_ERROR', `${field}: ${fault}.`);
}
