import { z } from 'zod/v4';
import { MESSAGE_CONTENTS, WEBHOOK_KINDS } from '../providers/standIn.mts';
import { InvalidOrder, providerId } from '../server/order.mts';

const text = z.string().min(1).optional();

/** A webhook to send: which provider's, what happened, and where to post it. */
export const outgoingWebhook = z.strictObject({
	provider: providerId,
	kind: z.enum(WEBHOOK_KINDS),
	/** Where to POST it: an http(s) address, e.g. n8n's webhook URL. */
	url: z.string(),
	/** The message's text, or a photo's caption. */
	text,
	/** What the message holds; without it a text. */
	content: z.enum(MESSAGE_CONTENTS).optional(),
	/** For a reaction: the id of the message it belongs to; without it an unknown one. */
	reactsTo: text,
	/** One of the provider's payload layouts; without it the first that has the kind. */
	layout: text,
	/** The account the message arrives at: phone number id, instance name or instance id. */
	account: text,
	/** The chat, in the provider's own writing. */
	chat: text,
	/** The author in a group, in the provider's own writing; in a direct chat the chat itself. */
	sender: text,
	/** The message's id, in the provider's own writing; without it a new one. */
	messageId: text,
	/** Unix seconds; without it now. */
	timestamp: z.int().optional(),
});

export type OutgoingWebhook = Readonly<z.infer<typeof outgoingWebhook>>;

/** A webhook that cannot be sent as asked; the message says what to change. */
export class InvalidWebhook extends InvalidOrder {
	override readonly name = 'InvalidWebhook';
}
