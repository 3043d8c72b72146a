import { listAt, objectAt, property, textAt } from '../../input/untrustedJson';
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
import type { AccountPage } from '../provider';

/** 200 `{"success": true}`; anything else is an error (docs/providers/cloudApi.md, "Responses"). */
export function readReceiptResponse(response: ProviderResponse): Acceptance | CallError {
	const isAccepted =
		isSuccessStatus(response.status) && property(response.json, 'success') === true;
	return isAccepted ? ACCEPTED : readMetaError(response);
}

/**
 * Reads Meta's error envelope (docs/providers/cloudApi.md, "Errors"):
 * `{"error":{"message","type","code","error_subcode"?,"error_data"?:{"details"}|string,"fbtrace_id","error_user_msg"?}}`.
 * Also reads responses without the envelope, which come from servers in front of Meta's: `{"message"}`, `{"error":"…"}`, a page.
 */
export function readMetaError(response: ProviderResponse): CallError {
	const error = objectAt(response.json, 'error');
	const details = property(error, 'error_data');
	return {
		kind: 'error',
		status: response.status,
		code: codeAt(error, 'code'),
		text: withDetails(
			firstText(property(error, 'error_user_msg')) ?? errorText(response),
			firstText(property(details, 'details'), details),
		),
		requestId: firstText(textAt(error, 'fbtrace_id')),
	};
}

/**
 * The phone numbers in `data` of a page, for the list of *Phone Number ID*.
 *
 * @param idKey where a number has its phone number id; numbers without one are left out
 * @param nameKeys where it has what a person recognises it by
 */
export function readPhoneNumbers(
	{ json }: ProviderResponse,
	idKey: string,
	nameKeys: readonly string[],
): AccountPage['accounts'] {
	return listAt(json, 'data').flatMap((number) => {
		const id = textAt(number, idKey);
		const names = nameKeys.map((key) => textAt(number, key)).filter(Boolean);
		return id === null ? [] : [{ id, name: names.join(' · ') || id }];
	});
}
