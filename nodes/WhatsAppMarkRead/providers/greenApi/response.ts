import { objectAt, property } from '../../input/untrustedJson';
import type { CallError } from '../../responses/errorCatalogue';
import { codeAt, firstText, isEmpty, isSuccessStatus } from '../../responses/providerResponse';
import type { ProviderResponse } from '../../responses/providerResponse';
import { ACCEPTED, type Acceptance, type Call } from '../calls';
import { NOTHING_MARKED } from './errors';

/**
 * A read chat is `{"setRead":true}`; typing has an empty body. Errors are `{statusCode, path, message}`, where `path` repeats
 * the token and is never read, `{code, description}`, `{invokeStatus}`, or plain text (docs/providers/greenApi.md, "Errors").
 */
export function readGreenApiResponse(
	response: ProviderResponse,
	call: Call,
): Acceptance | CallError {
	const { json, status, text } = response;
	// Of typing its documents show an empty body; `{}` says no more.
	const isDone =
		call.kind === 'showTyping' ? isEmpty(response) : property(json, 'setRead') === true;
	if (isSuccessStatus(status) && isDone) {
		return ACCEPTED;
	}
	const quota = objectAt(json, 'invokeStatus');
	return {
		kind: 'error',
		status,
		code: codeAt(json, 'code') ?? codeAt(quota, 'status'),
		text:
			property(json, 'setRead') === false
				? NOTHING_MARKED
				: firstText(
						property(json, 'message'),
						property(json, 'description'),
						property(quota, 'description'),
						text,
					),
		requestId: null,
	};
}
