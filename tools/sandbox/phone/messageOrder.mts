import { z } from 'zod/v4';
import { providerId } from '../server/order.mts';

/** WhatsApp's own limit for a text message. */
const MAX_TEXT_LENGTH = 4096;

/** Something a person did on the page. */
export const messageOrder = z
	.object({
		provider: providerId,
		chat: z.enum(['direct', 'group']),
		/** `reply` comes from the business. */
		action: z.enum(['text', 'photo', 'voice', 'reaction', 'reply', 'burst']),
		/** What was typed; `null` when nothing was. */
		text: z
			.string()
			.trim()
			.max(MAX_TEXT_LENGTH)
			.nullish()
			.transform((typed) => typed || null),
		/** Which of the chat's customers it was, from 0. */
		author: z.int().min(0).default(0),
	})
	.refine(({ action, text }) => action !== 'text' || text !== null, 'Type a message first');

export type MessageOrder = Readonly<z.infer<typeof messageOrder>>;
