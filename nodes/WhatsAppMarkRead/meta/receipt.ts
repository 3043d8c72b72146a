import type { JsonObject } from '../input/untrustedJson';
import type { MarkMessagesCall } from '../providers/provider';

/**
 * The body that marks one message as read, in Meta's format (seed 002), which Kirim.chat takes over (seed 003).
 * The typing indicator rides along in the same call; it ends with the reply or after 25 seconds.
 */
export function receiptBody({ messageIds, withTyping }: MarkMessagesCall): JsonObject {
	const receipt = {
		messaging_product: 'whatsapp',
		status: 'read',
		message_id: messageIds[0],
	};
	return withTyping ? { ...receipt, typing_indicator: { type: 'text' } } : receipt;
}
