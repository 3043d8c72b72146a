import { objectAt, property } from '../../input/untrustedJson';
import type { CallError } from '../../responses/errorCatalogue';
import { firstText, type ProviderResponse } from '../../responses/providerResponse';

/**
 * Reads an error of 360dialog's own gateway, which differs from Meta's: `{"meta":{"success":false,"http_code":401,
 * "developer_message":"Invalid api token"}}` or `{"detail":"…"}` (docs/providers/dialog360.md, "Errors").
 *
 * @param asMeta the same response, read as Meta's
 */
export function readDialog360Error(response: ProviderResponse, asMeta: CallError): CallError {
	const meta = objectAt(response.json, 'meta');
	const text = firstText(
		property(meta, 'developer_message'),
		property(meta, 'details'),
		property(response.json, 'detail'),
	);
	return text === null ? asMeta : { ...asMeta, text };
}
