import { property, textAt } from '../../input/untrustedJson';
import type { CallError } from '../../responses/errorCatalogue';
import { errorText, isSuccessStatus, requestIdOf } from '../../responses/providerResponse';
import type { ProviderResponse } from '../../responses/providerResponse';
import { formatJid, parseJid } from '../../whatsapp/jid';
import type { Acceptance } from '../calls';

/**
 * `{"success":true,"message","message_id","chat_jid"}`; errors `{"success":false,"error":{"message"}}`, without a code.
 * The response to the typing call is not documented beyond `success`, so that `success: true` is enough.
 */
export function readRyzeResponse(response: ProviderResponse): Acceptance | CallError {
	const requestId = requestIdOf(response);
	const isAccepted =
		isSuccessStatus(response.status) && property(response.json, 'success') === true;
	if (!isAccepted) {
		return {
			kind: 'error',
			status: response.status,
			code: null,
			text: errorText(response),
			requestId,
		};
	}
	// The chat as the server resolved it; anything but an address is of no use.
	const chat = parseJid(textAt(response.json, 'chat_jid') ?? '');
	return {
		kind: 'accepted',
		chatId: chat === null ? null : formatJid(chat),
		requestId,
		warning: null,
	};
}
