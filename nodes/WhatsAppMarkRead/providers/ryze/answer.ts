import type { Acceptance } from '../provider';
import type { Refusal } from '../../answers/errorCatalogue';
import { firstText, isSuccessStatus } from '../../answers/providerAnswer';
import type { ProviderAnswer } from '../../answers/providerAnswer';
import { asText, property, textAt } from '../../input/untrustedJson';
import { formatJid, parseJid } from '../../whatsapp/jid';

/**
 * `{"success":true,"message","message_id","chat_jid"}`; refusals `{"success":false,"error":{"message"}}`, without a code.
 * The typing call's answer is not documented beyond `success`, so that `success: true` is all that is asked for.
 */
export function readRyzeAnswer(answer: ProviderAnswer): Acceptance | Refusal {
	const requestId = firstText(asText(answer.headers['x-request-id']));
	const isAccepted = isSuccessStatus(answer.status) && property(answer.json, 'success') === true;
	if (isAccepted) {
		return {
			kind: 'accepted',
			chatId: resolvedChat(answer),
			requestId,
			warning: null,
		};
	}
	const error = property(answer.json, 'error');
	return {
		kind: 'refused',
		status: answer.status,
		code: null,
		text: firstText(
			property(error, 'message'),
			error,
			property(answer.json, 'message'),
			answer.text,
		),
		requestId,
	};
}

/** The chat as the server resolved it, where that is an address: what else it says is of no use as one. */
function resolvedChat({ json }: ProviderAnswer): string | null {
	const chat = parseJid(textAt(json, 'chat_jid') ?? '');
	return chat === null ? null : formatJid(chat);
}
