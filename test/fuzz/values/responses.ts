import fc from 'fast-check';

import type { RawResponse } from '../../../nodes/WhatsAppMarkRead/responses/providerResponse';
import { anyJson, jsonText } from './hostileJson';
import { anyHeaders } from './headers';
import { wildOrHugeText, wildText } from './wildText';

/** Keys in which providers say what happened. */
const ANSWER_KEYS = [
	...['success', 'error', 'message', 'code', 'status', 'data', 'result', 'ids', 'exception'],
	...['error_user_msg', 'error_data', 'details', 'error_subcode', 'fbtrace_id', 'is_transient'],
	...['request_id', 'chat_jid', 'message_id', 'type', 'param', '__proto__', 'constructor'],
] as const;

/** JSON with the keys of answers, in any arrangement. */
function answerJson(): fc.Arbitrary<unknown> {
	const words = fc.constantFrom(true, false, null, 'read', 0, 190, 4, 131009, 1e21);
	return fc.object({
		key: fc.constantFrom(...ANSWER_KEYS),
		values: [wildOrHugeText(), words],
		maxDepth: 3,
		maxKeys: 6,
	});
}

/** A body of an answer: JSON, half of it, a page, any text. */
export function responseBody(): fc.Arbitrary<string> {
	const json = fc.oneof(answerJson(), anyJson()).map((value) => jsonText(value));
	const title = fc.oneof(wildOrHugeText(), fc.constant('502 Bad Gateway'));
	return fc.oneof(
		{ weight: 4, arbitrary: json },
		{ weight: 1, arbitrary: fc.tuple(json, fc.nat(100)).map(([text, cut]) => text.slice(0, cut)) },
		{ weight: 1, arbitrary: title.map((text) => `<html><head><title>${text}</title><body>`) },
		{ weight: 1, arbitrary: wildText() },
		{
			weight: 1,
			arbitrary: fc.constantFrom('', 'null', '{}', '[]', '{"success":true}', '<', '"x"'),
		},
	);
}

/** What any server may answer. */
export function anyResponse(): fc.Arbitrary<RawResponse> {
	const status = fc.oneof(
		{ weight: 3, arbitrary: fc.constantFrom(200, 201, 204) },
		{ weight: 3, arbitrary: fc.constantFrom(301, 400, 401, 403, 404, 408, 425, 429, 500, 503) },
		{ weight: 1, arbitrary: fc.integer({ min: 100, max: 999 }) },
	);
	const kind = fc.constant('response' as const);
	return fc.record({ kind, status, headers: anyHeaders(), body: responseBody() });
}
