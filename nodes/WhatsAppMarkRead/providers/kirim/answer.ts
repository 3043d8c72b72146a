import type { Acceptance } from '../provider';
import type { Refusal } from '../../answers/errorCatalogue';
import { codeAt, firstText, isSuccessStatus } from '../../answers/providerAnswer';
import type { ProviderAnswer } from '../../answers/providerAnswer';
import { objectAt, property, textAt } from '../../input/untrustedJson';

/**
 * 200 `{"data":{"id","object","status":"read","message_id"},"request_id"}`: 2xx decides, and `data.status` when it is there.
 * Refusals: `{"error":{"type","code","message","param"?,"request_id"}}`.
 */
export function readKirimAnswer(answer: ProviderAnswer): Acceptance | Refusal {
	const error = objectAt(answer.json, 'error');
	const status = textAt(answer.json, 'data', 'status');
	const isAccepted =
		isSuccessStatus(answer.status) &&
		error === null &&
		// A page instead of JSON comes from another server than Kirim's.
		answer.text === '' &&
		(status === null || status === 'read');
	const requestId = firstText(
		textAt(error, 'request_id'),
		textAt(answer.json, 'request_id'),
		answer.headers['x-request-id'],
	);
	if (isAccepted) return { kind: 'accepted', chatId: null, requestId, warning: null };
	return {
		kind: 'refused',
		status: answer.status,
		code: codeAt(error, 'code'),
		text: firstText(property(error, 'message'), property(answer.json, 'message'), answer.text),
		requestId,
	};
}
