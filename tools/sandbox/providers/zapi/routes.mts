import { z } from 'zod/v4';
import { jsonObject, readFields, Refused } from '../standIn.mts';
import type { FieldFault, ProviderCall, Respond, StandInResponse } from '../standIn.mts';
import { ACCOUNT, UNPLUGGED } from './credential.mts';

/** "Send only numbers" (docs/providers/zapi.md, "Requests"), or a group or a LID as the webhooks write them. */
const PHONE = /^\d{7,15}$|^[\d-]{10,40}-group$|^\d{5,20}@lid$/;

const phone = z.string('phone must be a string').regex(PHONE, 'phone is invalid');

const receiptFields = z.object({ phone, messageId: z.string('messageId must be a string').min(1) });

const chatFields = z.object({
	phone,
	action: z.enum(['read', 'unread'], 'action must be read or unread'),
});

/** What Z-API responds to a receipt, and to a chat that is marked. */
export const MARKED: StandInResponse = { status: 204 };
export const CHAT_MARKED: StandInResponse = { status: 200, body: { value: true } };

/** `{error}`, without a code; which status each error has is not documented. */
export function zapiError(status: number, error: string): StandInResponse {
	return { status, body: { error } };
}

export const notConnected = () => zapiError(400, 'You are not connected.');

/** `null not allowed` where none came along (docs/providers/zapi.md, "Errors"). */
export const notAllowed = (clientToken: string | null) =>
	zapiError(403, `${clientToken} not allowed`);

/**
 * `POST …/read-message`: Z-API finds the author of a group message by the ID. What it responds to an unknown one is not
 * documented: here it is no error.
 */
export const markMessage: Respond = (call, memory) => {
	const account = connectedInstance(call);
	const { phone: chatId, messageId } = readBody(call, receiptFields);
	const message = memory.find('zapi', messageId);
	if (message?.account === account && message.chatId === chatId) memory.markRead([message]);
	return MARKED;
};

/** `POST …/modify-chat`: the chat read, or unread. */
export const modifyChat: Respond = (call, memory) => {
	const account = connectedInstance(call);
	const { phone: chatId, action } = readBody(call, chatFields);
	const read = action === 'read';
	if (read) memory.markRead(memory.conversation('zapi', account, chatId));
	memory.noteChat({ provider: 'zapi', account, chatId, read });
	return CHAT_MARKED;
};

/** `GET …/status`: what a credential test reads. `error` is filled in either way (docs/providers/zapi.md, "Credential test"). */
export const readStatus: Respond = (call) => {
	const connected = reachedInstance(call) === ACCOUNT.instanceId;
	const error = connected ? 'You are already connected.' : 'You are not connected.';
	const body = { connected, error, smartphoneConnected: connected, session: connected };
	return { status: 200, body };
};

/** The ID in the path. @throws Refused when its token or the security token of the account is wrong */
function reachedInstance({ params, headers }: ProviderCall): string {
	const clientToken = headers['client-token'] ?? null;
	if (clientToken !== ACCOUNT.clientToken) throw new Refused(notAllowed(clientToken));
	const known = [ACCOUNT, UNPLUGGED].find(({ instanceId }) => instanceId === params.instance);
	if (known === undefined || known.token !== params.token)
		throw new Refused(zapiError(400, 'Instance not found'));
	return known.instanceId;
}

function connectedInstance(call: ProviderCall): string {
	const instance = reachedInstance(call);
	if (instance === UNPLUGGED.instanceId) throw new Refused(notConnected());
	return instance;
}

function readBody<Fields>(call: ProviderCall, schema: z.ZodType<Fields>): Fields {
	if (!jsonObject(call)) {
		const isJson = call.headers['content-type']?.startsWith('application/json') === true;
		throw new Refused(
			isJson ? zapiError(400, 'Malformed JSON') : zapiError(415, 'Unsupported Media Type'),
		);
	}
	return readFields(call, schema, ({ details }: FieldFault) => zapiError(400, details));
}
