import type { Acceptance } from '../provider';
import type { Refusal } from '../../answers/errorCatalogue';
import { codeAt, firstText, isSuccessStatus } from '../../answers/providerAnswer';
import type { ProviderAnswer } from '../../answers/providerAnswer';
import { asText, objectAt, property } from '../../input/untrustedJson';

/**
 * Success is a 2xx with an empty body, `{}`, `{"ids":[…]}`, a text or any JSON, unless the JSON speaks of a failure
 * (sheet wawp.md): failures under HTTP 200 do happen.
 */
export function readWawpAnswer(answer: ProviderAnswer): Acceptance | Refusal {
	const isSuccess = isSuccessStatus(answer.status) && !speaksOfFailure(answer);
	const requestId = firstText(asText(answer.headers['x-request-id']));
	if (isSuccess) {
		const nothingMarked = property(answer.json, 'ids') === null;
		return {
			kind: 'accepted',
			chatId: null,
			requestId,
			warning: nothingMarked
				? 'Wawp took the call but marked nothing (ids: null). The messages may have been read already, or the ids do not belong to this chat.'
				: null,
		};
	}
	const exception = objectAt(answer.json, 'exception');
	const error = property(answer.json, 'error');
	return {
		kind: 'refused',
		status: answer.status,
		code: codeAt(answer.json, 'code'),
		// Never more than these texts: an engine's 500 echoes the request, secrets included.
		text: firstText(
			property(answer.json, 'message'),
			property(error, 'message'),
			error,
			property(exception, 'message'),
			answer.text,
		),
		requestId,
	};
}

function speaksOfFailure({ json, isPage, text }: ProviderAnswer): boolean {
	if (isPage || isBrokenJson(json, text)) return true;
	const hasError = Boolean(property(json, 'error'));
	const hasCode = Boolean(property(json, 'code')) && Boolean(property(json, 'message'));
	const deniesSuccess = ['success', 'status', 'result'].some(
		(key) => property(json, key) === false,
	);
	return hasError || hasCode || deniesSuccess;
}

/** The beginning of JSON that never ends: what it would have said, nobody knows. */
function isBrokenJson(json: unknown, text: string): boolean {
	return json === undefined && /^[{[]/.test(text);
}
