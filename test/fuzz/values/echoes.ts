import fc from 'fast-check';

import type { Network } from './networks';

/** A key as providers make them: long, random, of the characters that keys have. */
export function anySecret(): fc.Arbitrary<string> {
	const character = fc.constantFrom(
		...'ABCDEFGHJKMNPQRSTUVWXYZabcdefghjkmnpqrstuvwxyz0123456789+/=|_-.',
	);
	// The beginning tells one secret from another, and from ordinary text.
	const beginning = fc.string({ unit: fc.constantFrom(...'QXZ79'), minLength: 12, maxLength: 12 });
	return fc
		.tuple(
			beginning,
			fc.string({ unit: character, minLength: 12, maxLength: 240 }),
			fc.constant('k'),
		)
		.map((parts) => parts.join(''));
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

/** A network whose every answer repeats a secret in any place: texts, codes, keys, headers, pages, half of a body. */
export function echoingNetwork(secret: string): fc.Arbitrary<Network> {
	// Of any length, so that a text is cut before, within and after the secret.
	const text = fc
		.tuple(
			fc.oneof(fc.nat(320), fc.nat(8_100)),
			written(secret),
			fc.constantFrom('', ' ', ' and so on'),
		)
		.map(([length, words, end]) => 'x '.repeat(length / 2) + words + end);
	const body = text.chain((words) =>
		fc.constantFrom(
			JSON.stringify({
				error: { message: words, code: words, fbtrace_id: words, request_id: words },
			}),
			JSON.stringify({ error: { message: 'No', error_data: { details: words } }, message: words }),
			JSON.stringify({ success: true, chat_jid: words, message: words, request_id: words }),
			JSON.stringify({
				data: { status: 'read' },
				request_id: words,
				[words]: [words, { a: words }],
			}),
			JSON.stringify({ statusCode: 500, exception: { message: words }, request: { body: words } }),
			JSON.stringify({ message: [words, words], code: words }),
			JSON.stringify(words),
			`{"request":{"access_token":"${words}`,
			`<html><title>${words}</title><body>${words}</body></html>`,
			words,
		),
	);
	const answer = fc.record({
		kind: fc.constant('response' as const),
		status: fc.constantFrom(200, 200, 301, 400, 401, 404, 429, 500),
		headers: text.map((words) => ({ 'x-request-id': words })),
		body,
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
	return fc.record({
		answers: fc.array(fc.oneof({ weight: 6, arbitrary: answer }, { weight: 1, arbitrary: lost }), {
			minLength: 1,
			maxLength: 4,
		}),
		cancelAt: fc.constant(null),
		chance: fc.constant(1),
	});
}
