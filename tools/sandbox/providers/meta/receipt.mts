import { z } from 'zod/v4';

const exactly = (field: string, text: string) => z.literal(text, `${field} must be "${text}"`);

/** The body of the call that marks a message as read, as Meta takes it, and who passes it on to Meta. */
export const receiptFields = z.strictObject({
	messaging_product: exactly('messaging_product', 'whatsapp'),
	status: exactly('status', 'read'),
	message_id: z.string('message_id must be a string').min(1),
	typing_indicator: z
		.object({ type: z.literal('text') }, 'typing_indicator must be {"type":"text"}')
		.optional(),
});

/** The body of a receipt without typing. */
export function receiptBody(messageId: string) {
	return { messaging_product: 'whatsapp', status: 'read', message_id: messageId };
}

/** Ends with the reply or after 25 s (docs/providers/cloudApi.md, "Requests"). */
export const TYPING_SECONDS = 25;
