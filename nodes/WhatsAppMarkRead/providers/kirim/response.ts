import type { Acceptance } from '../calls';
import type { CallError } from '../../responses/errorCatalogue';
import { codeAt, firstText, isSuccessStatus } from '../../responses/providerResponse';
import type { ProviderResponse } from '../../responses/providerResponse';
import { objectAt, property, textAt } from '../../input/untrustedJson';

/**
 * 200 `{"data":{"id","object","status":"read","message_id"},"request_id"}`: 2xx decides, and `data.status` when it is there.
 * Refusals: `{"error":{"type","code","message","param"?,"request_id"}}`.
 */
export function readKirimResponse(response: ProviderResponse): Acceptance | CallError {
	const error = objectAt(response.json, 'error');
	const status = textAt(response.json, 'data', 'status');
	const isAccepted =
		isSuccessStatus(response.status) &&
		error === null &&
		// A page instead of JSON comes from another server than Kirim's.
		response.text === '' &&
		(status === null || status === 'read');
	const requestId = firstText(
		textAt(error, 'request_id'),
		textAt(response.json, 'request_id'),
		response.headers['x-request-id'],
	);
	if (isAccepted) return { kind: 'accepted', chatId: null, requestId, warning: null };
	return {
		kind: 'error',
		status: response.status,
		code: codeAt(error, 'code'),
		text: firstText(property(error, 'message'), property(response.json, 'message'), response.text),
		requestId,
	};
}
