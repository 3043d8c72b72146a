import { pathSegment } from '../../credentialValues/baseUrl';
import type { Call, ProviderRequest } from '../calls';
import type { Connection } from '../provider';

/** `POST {API URL}/{phone_number_id}/messages`, the read receipt in Meta's format (docs/providers/cloudApi.md, "Requests"). */
export function buildReceiptRequest(call: Call, { apiUrl }: Connection): ProviderRequest {
	return {
		method: 'POST',
		url: `${apiUrl}/${pathSegment(call.account, 'Phone Number ID')}/messages`,
		body: receiptBody(call),
	};
}

/**
 * What marks a message as read in Meta's format. The same request shows the typing indicator, which disappears with the
 * reply or after 25 seconds.
 *
 * @throws TypeError for a call that Meta's format does not have; no provider that uses it offers one
 */
export function receiptBody(call: Call): ProviderRequest['body'] {
	if (call.kind !== 'markMessages')
		throw new TypeError(`Meta's format has no call to ${call.kind}`);
	const receipt = {
		messaging_product: 'whatsapp',
		status: 'read',
		message_id: call.messageIds[0],
	};
	return call.withTyping ? { ...receipt, typing_indicator: { type: 'text' } } : receipt;
}
