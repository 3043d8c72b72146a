import { codeAt, firstText } from '../../responses/providerResponse';
import type { ProviderResponse } from '../../responses/providerResponse';
import type { CallError } from '../../responses/errorCatalogue';
import { objectAt, property, textAt } from '../../input/untrustedJson';

/**
 * Reads Meta's error envelope (docs/providers/cloudApi.md, "Errors"):
 * `{"error":{"message","type","code","error_subcode"?,"error_data"?:{"details"}|string,"fbtrace_id","error_user_msg"?}}`.
 * Also right for answers that are no such envelope, as servers in front of Meta's give them: `{"message"}`, `{"error":"…"}`, a page.
 */
export function readMetaError(response: ProviderResponse): CallError {
	const given = property(response.json, 'error');
	const error = objectAt(response.json, 'error');
	const details = property(error, 'error_data');
	return {
		kind: 'error',
		status: response.status,
		code: codeAt(error, 'code'),
		text: joined(
			firstText(
				property(error, 'error_user_msg'),
				property(error, 'message'),
				given,
				property(response.json, 'message'),
				response.text,
			),
			firstText(property(details, 'details'), details),
		),
		requestId: firstText(textAt(error, 'fbtrace_id')),
	};
}

function joined(text: string | null, details: string | null): string | null {
	if (text === null || details === null || text.includes(details)) return text ?? details;
	return `${text} (${details})`;
}
