import { textAt } from '../../input/untrustedJson';
import type { CallError } from '../../responses/errorCatalogue';
import type { ProviderResponse } from '../../responses/providerResponse';
import type { Acceptance } from '../calls';
import { readEngineResponse } from '../wahaEngine/response';

const NOTHING_MARKED =
	'WAHA accepted the request but marked nothing (ids: null). The messages may have been read already; the chat may be known under its other JID (@lid or @c.us); or the session keeps no store of messages.';

/** 201, often with an empty body; the error of a session that is not connected names its state beside the text. */
export function readWahaResponse(response: ProviderResponse): Acceptance | CallError {
	const result = readEngineResponse(response, NOTHING_MARKED);
	const state = textAt(response.json, 'session') && textAt(response.json, 'status');
	if (result.kind === 'accepted' || result.text === null || !state) return result;
	return { ...result, text: `${result.text} (${state})` };
}
