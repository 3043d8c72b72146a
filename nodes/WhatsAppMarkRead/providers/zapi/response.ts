import { property } from '../../input/untrustedJson';
import type { CallError } from '../../responses/errorCatalogue';
import {
	firstText,
	isEmpty,
	isSuccessStatus,
	withDetails,
	type ProviderResponse,
} from '../../responses/providerResponse';
import { ACCEPTED, type Acceptance } from '../calls';

/**
 * A message marked is 204 without a body, or 200 with `{}`; a chat marked is `{"value":true}` (docs/providers/zapi.md,
 * "Responses"). Errors are `{"error":"…","message":"…"}`, also with HTTP 200.
 */
export function readZapiResponse(response: ProviderResponse): Acceptance | CallError {
	const { json, status, text } = response;
	if (isSuccessStatus(status) && confirms(response)) {
		return ACCEPTED;
	}
	const isDenied = property(json, 'value') === false;
	return {
		kind: 'error',
		status,
		code: null,
		// `error` is a code or a sentence, and the sentence may be in either.
		text: firstText(
			withDetails(firstText(property(json, 'error')), firstText(property(json, 'message'))),
			isDenied ? 'value: false' : null,
			text,
		),
		requestId: null,
	};
}

function confirms(response: ProviderResponse): boolean {
	const { json } = response;
	if (isEmpty(response)) return true;
	return property(json, 'value') === true && !property(json, 'error');
}
