import type { Acceptance } from '../calls';
import type { CallError } from '../../responses/errorCatalogue';
import { firstText, isSuccessStatus } from '../../responses/providerResponse';
import type { ProviderResponse } from '../../responses/providerResponse';
import { asText, property, textAt } from '../../input/untrustedJson';
import { formatJid, parseJid } from '../../whatsapp/jid';

/**
 * `{"success":true,"message","message_id","chat_jid"}`; refusals `{"success":false,"error":{"message"}}`, without a code.
 * The typing call's answer is not documented beyond `success`, so that `success: true` is all that is asked for.
 */
export function readRyzeResponse(response: ProviderResponse): Acceptance | CallError {
	const requestId = firstText(asText(response.headers['x-request-id']));
	const isAccepted =
		isSuccessStatus(response.status) && property(response.json, 'success') === true;
	if (isAccepted) {
		return {
			kind: 'accepted',
			chatId: resolvedChat(response),
			requestId,
			warning: null,
		};
	}
	const error = property(response.json, 'error');
	return {
		kind: 'error',
		status: response.status,
		code: null,
		text: firstText(
			property(error, 'message'),
			error,
			property(response.json, 'message'),
			response.text,
		),
		requestId,
	};
}

/** The chat as the server resolved it, where that is an address: what else it says is of no use as one. */
function resolvedChat({ json }: ProviderResponse): string | null {
	const chat = parseJid(textAt(json, 'chat_jid') ?? '');
	return chat === null ? null : formatJid(chat);
}
