import type { Acceptance } from '../calls';
import type { CallError } from '../../responses/errorCatalogue';
import { codeAt, firstText, isSuccessStatus } from '../../responses/providerResponse';
import type { ProviderResponse } from '../../responses/providerResponse';
import { asText, property, textAt } from '../../input/untrustedJson';

/** A status of HTTP that says no, as a number or in digits. */
const REFUSING_STATUS = /^[4-9]\d\d$/;

/** What stands in `success`, `status` or `result` where the call was not taken. */
const REFUSING_WORD = /^(error|fail|failed|failure|false)$/i;

/**
 * Success is a 2xx with an empty body, `{}`, `{"ids":[…]}`, a text or any JSON, unless the JSON speaks of a failure
 * (docs/providers/wawp.md, "Responses"): failures under HTTP 200 do happen.
 */
export function readWawpResponse(response: ProviderResponse): Acceptance | CallError {
	const isSuccess = isSuccessStatus(response.status) && !speaksOfFailure(response);
	const requestId = firstText(asText(response.headers['x-request-id']));
	if (isSuccess) {
		const nothingMarked = property(response.json, 'ids') === null;
		return {
			kind: 'accepted',
			chatId: null,
			requestId,
			warning: nothingMarked
				? 'Wawp accepted the request but marked nothing (ids: null). The messages may have been read already, or the IDs do not belong to this chat.'
				: null,
		};
	}
	const exception = property(response.json, 'exception');
	const error = property(response.json, 'error');
	const statusInBody = isSuccessStatus(response.status) ? statusIn(response.json) : null;
	return {
		kind: 'error',
		status: response.status,
		statusInBody,
		code: codeAt(response.json, 'code') ?? asText(statusInBody),
		// Never more than these texts: an engine's 500 echoes the request, secrets included.
		text: firstText(
			property(response.json, 'message'),
			property(error, 'message'),
			error,
			property(exception, 'message'),
			exception,
			response.text,
		),
		requestId,
	};
}

function speaksOfFailure({ json, isPage, text }: ProviderResponse): boolean {
	if (isPage || isBrokenJson(json, text)) return true;
	const hasError = Boolean(property(json, 'error')) || Boolean(property(json, 'exception'));
	const hasCode = Boolean(property(json, 'code')) && Boolean(property(json, 'message'));
	const hasStatus = refusingStatusAt(json, 'status', 'statusCode') !== null;
	const deniesSuccess = ['success', 'status', 'result'].some(
		(key) => property(json, key) === false || REFUSING_WORD.test(textAt(json, key) ?? ''),
	);
	return hasError || hasCode || hasStatus || deniesSuccess;
}

/** The status that a refusal tells of under HTTP 200, some in `code`. */
function statusIn(json: unknown): number | null {
	return refusingStatusAt(json, 'statusCode', 'status', 'code');
}

function refusingStatusAt(json: unknown, ...keys: readonly string[]): number | null {
	const found = keys
		.map((key) => textAt(json, key) ?? '')
		.find((text) => REFUSING_STATUS.test(text));
	return found === undefined ? null : Number(found);
}

/** The beginning of JSON that never ends: what it would have said, nobody knows. */
function isBrokenJson(json: unknown, text: string): boolean {
	return json === undefined && /^[{[]/.test(text);
}
