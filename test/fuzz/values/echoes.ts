import fc from 'fast-check';

import type { Network } from './networks';

/**
 * A key as providers make them: long, random, of the characters that keys have. The beginning tells one from another, and
 * from ordinary text.
 */
export function anySecret(): fc.Arbitrary<string> {
	return fc.stringMatching(/^[QXZ79]{12}[A-HJ-NP-Za-kmnp-z0-9+/=|_.-]{12,240}k$/);
}

/** The ways in which a server may write what it was sent. */
function written(secret: string): fc.Arbitrary<string> {
	return fc.constantFrom(
		secret,
		`Bearer ${secret}`,
		encodeURIComponent(secret),
		encodeURIComponent(secret).replace(/%../g, (code) => code.toLowerCase()),
		secret.replace(/\//g, '\\/'),
	);
}

/** A body in which the words stand: as texts, codes, keys, in pages, in half of a body. */
function bodyWith(words: string): fc.Arbitrary<string> {
	const json = [
		{ error: { message: words, code: words, fbtrace_id: words, request_id: words } },
		{ error: { message: 'No', error_data: { details: words } }, message: words },
		{ success: true, chat_jid: words, message: words, request_id: words },
		{ data: { status: 'read' }, request_id: words, [words]: [words, { a: words }] },
		{ statusCode: 500, exception: { message: words }, request: { body: words } },
		{ message: [words, words], code: words },
		words,
	];
	return fc.constantFrom(
		...json.map((value) => JSON.stringify(value)),
		`{"request":{"access_token":"${words}`,
		`<html><title>${words}</title><body>${words}</body></html>`,
		words,
	);
}

/** A network whose every answer repeats a secret in any place. */
export function echoingNetwork(secret: string): fc.Arbitrary<Network> {
	// Of any length, so that a text is cut before, within and after the secret.
	const length = fc.oneof(fc.nat(320), fc.nat(8_100));
	const text = fc
		.tuple(length, written(secret), fc.constantFrom('', ' ', ' and so on'))
		.map(([before, words, end]) => 'x '.repeat(before / 2) + words + end);
	const answer = fc.record({
		kind: fc.constant('response' as const),
		status: fc.constantFrom(200, 200, 301, 400, 401, 404, 429, 500),
		headers: text.map((words) => ({ 'x-request-id': words })),
		body: text.chain(bodyWith),
		latency: fc.nat(100),
	});
	const lost = fc.record({
		kind: fc.constant('error' as const),
		status: fc.constant(null),
		requestId: fc.constant(null),
		code: fc.constantFrom('NOT_SENT', 'ECONNRESET'),
		text,
		latency: fc.nat(100),
	});
	const either = fc.oneof({ weight: 6, arbitrary: answer }, { weight: 1, arbitrary: lost });
	return fc
		.array(either, { minLength: 1, maxLength: 4 })
		.map((answers) => ({ answers, cancelAt: null, chance: 1 }));
}
