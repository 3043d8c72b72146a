import { jsonObject, type PostedBody } from '../../server/postedBody.mts';
import type { Answer } from '../standIn.mts';
import { invalidBody, REFUSALS } from './answers.mts';
import { chatJid } from './chatNumber.mts';

/** The fields of a call about a chat, or the refusal. */
export type ChatBody =
	| { readonly jid: string; readonly fields: Readonly<Record<string, unknown>> }
	| { readonly refusal: Answer };

/**
 * Reads a JSON body with the chat in `number`, after the texts that are required besides it.
 * Unknown fields are ignored: no document refuses them.
 */
export function readChatBody(
	body: PostedBody,
	required: Readonly<Record<string, Answer>> = {},
): ChatBody {
	const fields = jsonObject(body);
	if (!fields) {
		const reason = body.format === 'unreadable' ? body.note : 'a JSON object is required';
		return { refusal: invalidBody(reason) };
	}
	const texts = { ...required, number: REFUSALS.numberRequired };
	for (const [field, refusal] of Object.entries(texts)) {
		const value = fields[field];
		if (value === undefined || value === null || value === '') return { refusal };
		if (typeof value !== 'string') return { refusal: invalidBody(`${field} must be a string`) };
	}
	const jid = chatJid(String(fields.number));
	return jid === null ? { refusal: invalidBody('number is not a valid JID') } : { jid, fields };
}
