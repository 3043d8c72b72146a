import type { Acceptance } from '../calls';
import type { CallError } from '../../responses/errorCatalogue';
import { codeAt, firstText } from '../../responses/providerResponse';
import type { ProviderResponse } from '../../responses/providerResponse';
import { property, textAt } from '../../input/untrustedJson';

/** `{"ok":true,"request":"…"}`; errors `{"ok":false,"code":"…","text":"…","request":"…"}`, also under HTTP 200. */
export function readExampleGatewayResponse(response: ProviderResponse): Acceptance | CallError {
	const { status, json, text } = response;
	const requestId = firstText(textAt(json, 'request'));
	const isAccepted = status >= 200 && status < 300 && property(json, 'ok') === true;
	if (isAccepted) return { kind: 'accepted', chatId: null, requestId, warning: null };
	return {
		kind: 'error',
		status,
		code: codeAt(json, 'code'),
		text: firstText(property(json, 'text'), text),
		requestId,
	};
}
