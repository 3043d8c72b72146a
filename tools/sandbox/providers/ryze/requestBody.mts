import { jsonObject, type PostedBody } from '../../server/postedBody.mts';
import type { StandInResponse } from '../standIn.mts';
import { invalidBody, ERRORS } from './errors.mts';
import { chatJid } from './chatNumber.mts';

/** The fields of a call about a chat, or the error. */
export type ChatBody =
	| { readonly jid: string; readonly fields: Readonly<Record<string, unknown>> }
	| { readonly error: StandInResponse };

/**
 * Reads a JSON body with the chat in `number`, after the texts that are required besides it.
 * Unknown fields are ignored: no document forbids them.
 */
export function readChatBody(
	body: PostedBody,
	required: Readonly<Record<string, StandInResponse>> = {},
): ChatBody {
	const fields = jsonObject(body);
	if (!fields) {
		const reason = body.format === 'unreadable' ? body.note : 'a JSON object is required';
		return { error: invalidBody(reason) };
	}
	const texts = { ...required, number: ERRORS.numberRequired };
	for (const [field, error] of Object.entries(texts)) {
		const value = fields[field];
		if (value === undefined || value === null || value === '') return { error };
		if (typeof value !== 'string') return { error: invalidBody(`${field} must be a string`) };
	}
	const jid = chatJid(String(fields.number));
	return jid === null ? { error: invalidBody('number is not a valid JID') } : { jid, fields };
}
