import { asText, property, textAt } from '../../input/untrustedJson';
import type { CallError } from '../../responses/errorCatalogue';
import { codeAt, firstText, isSuccessStatus, requestIdOf } from '../../responses/providerResponse';
import type { ProviderResponse } from '../../responses/providerResponse';
import type { Acceptance } from '../calls';

/** An HTTP status of an error, as a number or as text. */
const ERROR_STATUS = /^[4-9]\d\d$/;

/** What stands in `success`, `status` or `result` of an error. */
const ERROR_WORD = /^(error|fail|failed|failure|false)$/i;

/**
 * Success is a 2xx with an empty body, `{}`, `{"ids":[…]}`, a text or any JSON that reports no error
 * (docs/providers/wawp.md, docs/providers/waha.md, "Responses"): errors with HTTP 200 do happen.
 *
 * @param warning what to say of `{"ids":null}`: the engine marked nothing
 */
export function readEngineResponse(
	response: ProviderResponse,
	warning: string,
): Acceptance | CallError {
	const { json, status } = response;
	const requestId = requestIdOf(response);
	if (isSuccessStatus(status) && !reportsError(response)) {
		const nothingMarked = property(json, 'ids') === null;
		return {
			kind: 'accepted',
			chatId: null,
			requestId,
			warning: nothingMarked ? warning : null,
		};
	}
	const exception = property(json, 'exception');
	const error = property(json, 'error');
	const statusInBody = isSuccessStatus(status)
		? errorStatusAt(json, 'statusCode', 'status', 'code')
		: null;
	return {
		kind: 'error',
		status,
		statusInBody,
		code: codeAt(json, 'code') ?? asText(statusInBody),
		// Never more than these texts: an engine's 500 echoes the request, secrets included.
		text: firstText(
			property(json, 'message'),
			property(error, 'message'),
			error,
			property(exception, 'message'),
			exception,
			response.text,
		),
		requestId,
	};
}

function reportsError({ json, isPage, text }: ProviderResponse): boolean {
	// The beginning of JSON that was cut off: what it would have said is unknown.
	const isBrokenJson = json === undefined && /^[{[]/.test(text);
	const hasError = Boolean(property(json, 'error')) || Boolean(property(json, 'exception'));
	const hasCode = Boolean(property(json, 'code')) && Boolean(property(json, 'message'));
	const hasStatus = errorStatusAt(json, 'status', 'statusCode') !== null;
	const deniesSuccess = ['success', 'status', 'result'].some(
		(key) => property(json, key) === false || ERROR_WORD.test(textAt(json, key) ?? ''),
	);
	return isPage || isBrokenJson || hasError || hasCode || hasStatus || deniesSuccess;
}

function errorStatusAt(json: unknown, ...keys: readonly string[]): number | null {
	const found = keys.map((key) => textAt(json, key) ?? '').find((text) => ERROR_STATUS.test(text));
	return found === undefined ? null : Number(found);
}
