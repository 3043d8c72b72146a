import { objectAt, property, textAt } from '../../input/untrustedJson';
import type { CallError } from '../../responses/errorCatalogue';
import { codeAt, firstText, isSuccessStatus } from '../../responses/providerResponse';
import type { ProviderResponse } from '../../responses/providerResponse';
import { readPhoneNumbers } from '../meta/response';
import type { Acceptance } from '../calls';
import type { AccountDirectory } from '../provider';
import { kirimUrl } from './connection';

/**
 * 200 `{"data":{"id","object","status":"read","message_id"},"request_id"}`: 2xx decides, and `data.status` when it is there.
 * Errors: `{"error":{"type","code","message","param"?,"request_id"}}`.
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

/** `GET {base}/accounts?status=connected` → `{data:[{phone_number_id|null,phone_number,name,status}],has_more,next_cursor}`. */
export const kirimDirectory: AccountDirectory = {
	url(credential, cursor) {
		// Kirim documents `next_cursor` in the response; that the query accepts it as `cursor` is inferred from it.
		const after = cursor === null ? '' : `&cursor=${encodeURIComponent(cursor)}`;
		return `${kirimUrl(credential)}/accounts?status=connected${after}`;
	},
	read(response) {
		const result = readKirimResponse(response);
		if (result.kind === 'error') return result;
		const hasMore = property(response.json, 'has_more') === true;
		return {
			kind: 'accounts',
			accounts: readPhoneNumbers(response, 'phone_number_id', ['phone_number', 'name']),
			next: hasMore ? textAt(response.json, 'next_cursor') : null,
		};
	},
};
