import { pathSegment } from '../../credentialValues/baseUrl';
import type { JsonObject } from '../../input/untrustedJson';
import type { Call, MarkMessagesCall, ProviderRequest } from '../calls';
import type { Connection } from '../provider';

/**
 * `POST {API URL}/{phone_number_id}/messages`, the receipt in Meta's format, which Kirim.chat takes over
 * (docs/providers/cloudApi.md, "Requests").
 */
export function buildReceiptRequest(call: Call, { apiUrl }: Connection): ProviderRequest {
	// Neither provider offers operations on whole chats, and typing rides along with the receipt.
	if (call.kind !== 'markMessages')
		throw new TypeError(`Meta's format has no call to ${call.kind}`);
	return {
		method: 'POST',
		url: `${apiUrl}/${pathSegment(call.account, 'Phone Number ID')}/messages`,
		body: receiptBody(call),
	};
}

/**
 * The body that marks one message as read. The typing indicator rides along in the same call; it ends with the reply
 * or after 25 seconds.
 */
function receiptBody({ messageIds, withTyping }: MarkMessagesCall): JsonObject {
	const receipt = {
		messaging_product: 'whatsapp',
		status: 'read',
		message_id: messageIds[0],
	};
	return withTyping ? { ...receipt, typing_indicator: { type: 'text' } } : receipt;
}
