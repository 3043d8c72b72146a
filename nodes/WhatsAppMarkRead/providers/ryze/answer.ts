import type { Acceptance } from '../provider';
import type { Refusal } from '../../answers/errorCatalogue';
import { firstText } from '../../answers/providerAnswer';
import type { ProviderAnswer } from '../../answers/providerAnswer';
import { asText, property, textAt } from '../../input/untrustedJson';

/**
 * `{"success":true,"message","message_id","chat_jid"}`; refusals `{"success":false,"error":{"message"}}`, without a code.
 * The typing call's answer is not documented beyond `success`, so that `success: true` is all that is asked for.
 */
export function readRyzeAnswer(answer: ProviderAnswer): Acceptance | Refusal {
	const requestId = asText(answer.headers['x-request-id']);
	const isAccepted =
		answer.status >= 200 && answer.status < 300 && property(answer.json, 'success') === true;
	if (isAccepted) {
		return {
			kind: 'accepted',
			chatId: textAt(answer.json, 'chat_jid'),
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
