import { answered } from '../../../../helpers/responses';
import { readMetaError } from '../../../../../nodes/WhatsAppMarkRead/providers/meta/response';

const ERROR = {
	message: '(#131009) Parameter value is not valid',
	type: 'OAuthException',
	code: 131009,
	error_data: { messaging_product: 'whatsapp', details: 'Message ID is not valid' },
	fbtrace_id: 'AbCdEfGhIjK',
};

describe("An error in Meta's envelope", () => {
	it('gives its code, its text with the details, and its request id', () => {
		expect(readMetaError(answered(400, { error: ERROR }))).toEqual({
			kind: 'error',
			status: 400,
			code: '131009',
			text: '(#131009) Parameter value is not valid (Message ID is not valid)',
			requestId: 'AbCdEfGhIjK',
		});
	});

	it.each([
		[
			'the text for users comes first',
			{ error_user_msg: 'Ask your admin', error_data: undefined },
			'Ask your admin',
		],
		[
			'details may be a text',
			{ error_data: 'Message ID is not valid' },
			'(#131009) Parameter value is not valid (Message ID is not valid)',
		],
		[
			'details already in the text are not repeated',
			{ message: 'Bad: Message ID is not valid' },
			'Bad: Message ID is not valid',
		],
		['details may be missing', { error_data: undefined }, '(#131009) Parameter value is not valid'],
		['details may stand alone', { message: undefined }, 'Message ID is not valid'],
	])('%s', (_, change, text) => {
		expect(readMetaError(answered(400, { error: { ...ERROR, ...change } })).text).toBe(text);
	});

	it.each([
		['{"message":"Upstream timed out"}', 'Upstream timed out'],
		['{"error":"Upstream timed out"}', 'Upstream timed out'],
	])('may come from a server in front of Meta: %s', (body, text) => {
		expect(readMetaError(answered(504, body)).text).toBe(text);
	});

	it('may be the page of a proxy instead', () => {
		expect(readMetaError(answered(502, '<html><h1>502 Bad Gateway</h1></html>'))).toEqual({
			kind: 'error',
			status: 502,
			code: null,
			text: '502 Bad Gateway',
			requestId: null,
		});
	});

	it.each([
		['null'],
		['[]'],
		['{"error":null}'],
		['{"error":[]}'],
		['{"error":{"code":{},"message":1}}'],
		[''],
	])('may have neither code nor text: %j', (body) => {
		expect(readMetaError(answered(500, body))).toEqual({
			kind: 'error',
			status: 500,
			code: null,
			text: null,
			requestId: null,
		});
	});

	it('repeats a trace id of any length only in part', () => {
		const body = { error: { message: 'No', fbtrace_id: 'x'.repeat(50_000) } };
		expect(readMetaError(answered(400, body)).requestId).toBe(`${'x'.repeat(300)}…`);
	});
});
