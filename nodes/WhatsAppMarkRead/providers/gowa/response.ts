import { listAt, property, textAt } from '../../input/untrustedJson';
import type { CallError } from '../../responses/errorCatalogue';
import { codeAt, errorText, isSuccessStatus, requestIdOf } from '../../responses/providerResponse';
import type { ProviderResponse } from '../../responses/providerResponse';
import type { Acceptance } from '../calls';
import type { AccountDirectory } from '../provider';
import { gowaUrl } from './connection';

/** Reads `{status, code, message, results}`: every success has the code `SUCCESS` (docs/providers/gowa.md, "Responses"). */
export function readGowaResponse(response: ProviderResponse): Acceptance | CallError {
	const { json, status } = response;
	const requestId = requestIdOf(response);
	if (isSuccessStatus(status) && property(json, 'code') === 'SUCCESS')
		return { kind: 'accepted', chatId: null, requestId, warning: null };
	return {
		kind: 'error',
		status,
		code: codeAt(json, 'code'),
		text: errorText(response),
		requestId,
	};
}

/**
 * `GET {base}/devices` → `{code, results: [{id, jid, state, display_name, …}]}`, in one page; `results` is null without a device.
 * It may hold addresses and secrets of webhooks: nothing but these three values is read.
 */
export const gowaDirectory: AccountDirectory = {
	url: (credential) => `${gowaUrl(credential)}/devices`,
	read(response) {
		const result = readGowaResponse(response);
		if (result.kind === 'error') return result;
		const accounts = listAt(response.json, 'results').flatMap((device) => {
			const id = textAt(device, 'id');
			const names = [id, textAt(device, 'display_name'), textAt(device, 'state')];
			const name = [...new Set(names)].filter(Boolean).join(' · ');
			return id === null ? [] : [{ id, name }];
		});
		return { kind: 'accounts', accounts, next: null };
	},
};
