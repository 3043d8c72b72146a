import { z } from 'zod/v4';
import { bearerToken, readFields, Refused } from '../standIn.mts';
import type { FieldFault, ProviderCall, Respond, StandInResponse } from '../standIn.mts';
import { ACCOUNT, CHANNEL, UNLINKED_TOKEN } from './credential.mts';

const CHAT_JID = /^[\d-]{5,40}@(s\.whatsapp\.net|lid|g\.us|newsletter)$/;

const chatFields = z.strictObject({ mark_unread: z.boolean('mark_unread must be a boolean') });

const presenceFields = z.object({
	presence: z.enum(['typing', 'recording', 'pause'], 'presence is not one of the allowed values'),
	delay: z.number('delay must be a number').min(0, 'delay must be at least 0').default(0),
});

/** What Whapi.Cloud responds to whatever it accepts. */
export const DONE: StandInResponse = { status: 200, body: { success: true } };

/** An error in its documented form; the texts are not documented. */
export function whapiError(code: number, message: string): StandInResponse {
	const links = { href: 'https://whapi.invalid/docs', support: 'https://whapi.invalid/support' };
	return { status: code, body: { error: { code, message, details: '', ...links } } };
}

export const unauthorized = () => whapiError(401, 'Unauthorized');

export const notLinked = () => whapiError(401, 'The channel is not authorized: scan the QR code');

/** `PUT /messages/{MessageID}` without a body: the message and no other (docs/providers/whapi.md, "Requests"). */
export const markMessage: Respond = (call, memory) => {
	authenticate(call);
	const message = memory.find('whapi', call.params.messageId ?? '');
	if (!message) throw new Refused(whapiError(404, 'Message not found'));
	memory.markRead([message]);
	return DONE;
};

/**
 * `PATCH /chats/{ChatID}`. Whether a chat that is marked as read gets blue ticks is not documented: here its messages do.
 * Marking it as unread brings the badge back; ticks that are blue stay blue.
 */
export const markChat: Respond = (call, memory) => {
	authenticate(call);
	const chatId = chatOf(call.params.chatId);
	const { mark_unread: isUnread } = readFields(call, chatFields, invalid);
	if (!isUnread) memory.markRead(memory.conversation('whapi', CHANNEL, chatId));
	memory.noteChat({ provider: 'whapi', account: CHANNEL, chatId, read: !isUnread });
	return DONE;
};

/** `PUT /presences/{EntryID}`: held back until the `delay` is over, since nothing says that it is not. */
export const showPresence: Respond = (call, memory) => {
	authenticate(call);
	const chatId = chatOf(call.params.entryId);
	const { presence, delay: seconds } = readFields(call, presenceFields, invalid);
	if (presence === 'typing')
		memory.noteTyping({ provider: 'whapi', account: CHANNEL, chatId, seconds });
	return { ...DONE, heldBackMs: seconds * 1000 };
};

/** `GET /health`: the state of the channel, which may be without a phone. */
export const readHealth: Respond = (call) => {
	const isUnlinked = bearerToken(call) === UNLINKED_TOKEN;
	if (!isUnlinked) authenticate(call);
	const status = isUnlinked ? { code: 3, text: 'QR' } : { code: 4, text: 'AUTH' };
	return { status: 200, body: { status } };
};

/** @throws Refused when the call does not show the token of the channel, or no phone is linked to it */
function authenticate(call: ProviderCall): void {
	const token = bearerToken(call);
	if (token === UNLINKED_TOKEN) throw new Refused(notLinked());
	if (token !== ACCOUNT.token) throw new Refused(unauthorized());
}

/** @throws Refused for bare digits too */
function chatOf(given = ''): string {
	if (CHAT_JID.test(given)) return given;
	throw new Refused(whapiError(400, 'Wrong request parameters: not a chat ID'));
}

function invalid({ details }: FieldFault): StandInResponse {
	return whapiError(400, `Wrong request parameters: ${details}`);
}
