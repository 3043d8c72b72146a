import { z } from 'zod/v4';
import { readFields, Refused } from '../standIn.mts';
import type { FieldFault, ProviderCall, Respond, StandInResponse } from '../standIn.mts';
import { ACCOUNT, TROUBLE } from './credential.mts';

/** The instances, and the state of each; one token fits both, so that a test can name the other. */
const STATES: Readonly<Record<string, string>> = {
	[ACCOUNT.idInstance]: 'authorized',
	[TROUBLE.unlinkedInstance]: 'notAuthorized',
};

/** The two kinds of chat of the documents, and the LID that webhooks bring along. */
const CHAT = /^(\d{7,20}@(c\.us|lid)|\d[\d-]{9,30}@g\.us)$/;

const chatId = z
	.string("'chatId' must be a string")
	.regex(CHAT, "'chatId' must be of the form 79876543210@c.us or …@g.us");

const readFieldsOf = z.object({
	chatId,
	idMessage: z.string("'idMessage' must be a string").nullish(),
});

const typingFields = z.object({
	chatId,
	typingTime: z.int("'typingTime' must be an integer").min(1_000).max(20_000),
});

/** What GREEN-API answers to a chat, whether it marked all of it or a message. */
export function setRead(isSet: boolean): StandInResponse {
	return { status: 200, body: { setRead: isSet } };
}

/** An error in its newer form, whose `path` repeats the token (docs/providers/greenApi.md, "Errors"). */
export function greenApiError(statusCode: number, message: string): StandInResponse {
	const { idInstance, apiTokenInstance } = ACCOUNT;
	const path = `/waInstance${idInstance}/readChat/${apiTokenInstance}`;
	const timestamp = '2026-01-26T06:45:20.000Z';
	return { status: statusCode, body: { statusCode, timestamp, path, message } };
}

/** An error in its older form. */
export function notAuthorized(): StandInResponse {
	return { status: 400, body: { code: 400, description: 'instance account not authorized' } };
}

/**
 * `POST /waInstance{idInstance}/readChat/{apiTokenInstance}`: the message, or without `idMessage` the whole chat. An id
 * that it does not know is `{"setRead":false}`.
 */
export const readChat: Respond = (call, memory) => {
	const account = authorizedInstance(call);
	const { idMessage, ...chat } = readFields(call, readFieldsOf, invalid);
	const conversation = memory.conversation('greenApi', account, chat.chatId);
	// Also for an empty text: it is not sent.
	if (!idMessage) {
		memory.markRead(conversation);
		memory.noteChat({ provider: 'greenApi', account, chatId: chat.chatId, read: true });
		return setRead(true);
	}
	const named = conversation.filter(({ messageId }) => messageId === idMessage);
	memory.markRead(named);
	return setRead(named.length > 0);
};

/** `POST …/sendTyping/…`: a typing bubble for `typingTime` milliseconds; the body of the response is empty. */
export const sendTyping: Respond = (call, memory) => {
	const account = authorizedInstance(call);
	const { chatId: chat, typingTime } = readFields(call, typingFields, invalid);
	memory.noteTyping({ provider: 'greenApi', account, chatId: chat, seconds: typingTime / 1_000 });
	return { status: 200 };
};

/** `GET …/getStateInstance/…`: what a credential test reads; any state proves the credential. */
export const getStateInstance: Respond = (call) => {
	return { status: 200, body: { stateInstance: STATES[reachedInstance(call)] } };
};

/** @throws Refused when the path names no instance of ours, or another token */
function reachedInstance({ params }: ProviderCall): string {
	const { idInstance = '', token } = params;
	if (STATES[idInstance] === undefined) throw new Refused(greenApiError(403, 'Forbidden'));
	if (token !== ACCOUNT.apiTokenInstance) throw new Refused(unauthorized());
	return idInstance;
}

/** No document shows the body of a 401. */
export function unauthorized(): StandInResponse {
	return { status: 401, body: { message: 'Unauthorized' } };
}

/** @throws Refused when the instance is not connected to WhatsApp either */
function authorizedInstance(call: ProviderCall): string {
	const idInstance = reachedInstance(call);
	if (STATES[idInstance] !== 'authorized') throw new Refused(notAuthorized());
	return idInstance;
}

function invalid({ field, problem, details }: FieldFault): StandInResponse {
	const reason = problem === 'missing' ? `'${field}' is required` : details;
	return greenApiError(400, `Validation failed. Details: ${reason}`);
}
