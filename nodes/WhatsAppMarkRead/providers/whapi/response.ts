import { property } from '../../input/untrustedJson';
import type { CallError } from '../../responses/errorCatalogue';
import {
	codeAt,
	errorText,
	firstText,
	isSuccessStatus,
	withDetails,
	type ProviderResponse,
} from '../../responses/providerResponse';
import { ACCEPTED, type Acceptance } from '../calls';

/**
 * A 2xx with `{"success":true}`, and nothing else; errors are `{"error":{"code","message","details","href","support"}}`
 * (docs/providers/whapi.md, "Responses").
 */
export function readWhapiResponse(response: ProviderResponse): Acceptance | CallError {
	const { json, status } = response;
	const success = property(json, 'success');
	if (isSuccessStatus(status) && success === true) return ACCEPTED;
	const error = property(json, 'error');
	const text = withDetails(errorText(response), firstText(property(error, 'details')));
	return {
		kind: 'error',
		status,
		code: codeAt(error, 'code'),
		text: text === null && success === false ? '{"success":false}' : text,
		requestId: null,
	};
}
