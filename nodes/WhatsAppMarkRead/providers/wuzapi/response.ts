import { property } from '../../input/untrustedJson';
import type { CallError } from '../../responses/errorCatalogue';
import { errorText, isSuccessStatus, requestIdOf } from '../../responses/providerResponse';
import type { ProviderResponse } from '../../responses/providerResponse';
import type { Acceptance } from '../calls';

/** `{"code":200,"data":{"Details"},"success":true}`; errors `{"code":400,"error":"…","success":false}`: `code` is the status. */
export function readWuzapiResponse(response: ProviderResponse): Acceptance | CallError {
	const { status, json } = response;
	const requestId = requestIdOf(response);
	if (isSuccessStatus(status) && property(json, 'success') === true) {
		return { kind: 'accepted', chatId: null, requestId, warning: null };
	}
	return { kind: 'error', status, code: null, text: errorText(response), requestId };
}
