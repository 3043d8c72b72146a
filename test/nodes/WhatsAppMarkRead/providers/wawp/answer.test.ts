import { answered } from '../../../../helpers/answers';
import { wawp } from '../../../../../nodes/WhatsAppMarkRead/providers/wawp';

describe('An answer of Wawp', () => {
	it.each([
		['an empty body', 200, ''],
		['an empty body and HTTP 201', 201, ''],
		['an empty object', 200, '{}'],
		['the ids', 201, '{"ids":["false_447441429009@c.us_AAAA"]}'],
		['a text', 200, 'OK'],
		['a text in JSON', 200, '"OK"'],
		['true', 200, 'true'],
		['null', 200, 'null'],
		['success', 200, '{"success":true,"status":"ok","result":[]}'],
		['a status of success', 200, '{"status":"200","statusCode":201}'],
		['a status that is no HTTP status', 200, '{"status":1666943582}'],
		['a message without a code', 200, '{"message":"Seen"}'],
		['a code without a message', 200, '{"code":"seen"}'],
		[
			"a message as in the document's sample (seed 004)",
			200,
			'{"_data":{},"id":{"fromMe":true},"ack":0,"type":"image"}',
		],
	])('means that the receipt was taken with %s', (_, status, body) => {
		expect(wawp.readAnswer(answered(status, body))).toEqual({
			kind: 'accepted',
			chatId: null,
			requestId: null,
			warning: null,
		});
	});

	it('warns when nothing was marked', () => {
		expect(wawp.readAnswer(answered(201, { ids: null }))).toEqual({
			kind: 'accepted',
			chatId: null,
			requestId: null,
			warning:
				'Wawp took the call but marked nothing (ids: null). The messages may have been read already, or the ids do not belong to this chat.',
		});
	});

	it.each([
		['an error', '{"error":"Session not found"}'],
		['an error object', '{"error":{"message":"Session not found"}}'],
		['a code and a message', '{"code":"invalid_session","message":"Session not found"}'],
		['success: false', '{"success":false}'],
		['status: false', '{"status":false}'],
		['result: false', '{"result":false}'],
		['a status of refusal', '{"status":401}'],
		['a status of refusal in digits', '{"status":"404"}'],
		['a status code of refusal', '{"statusCode":500}'],
		['status: "error"', '{"status":"error"}'],
		['status: "Failed"', '{"status":"Failed"}'],
		['success: "false"', '{"success":"false"}'],
		['an exception', '{"exception":{"message":"Session not found"}}'],
		['an exception in words', '{"exception":"Session not found"}'],
		['a page', '<html>Welcome</html>'],
		['XML', '<?xml version="1.0"?><error/>'],
	])('means nothing of the kind with %s, in spite of HTTP 200', (_, body) => {
		expect(wawp.readAnswer(answered(200, body))).toMatchObject({ kind: 'refused', status: 200 });
	});

	it.each([
		['message', { message: 'A', error: { message: 'B' }, exception: { message: 'C' } }, 'A'],
		['a list of messages', { message: ['A', 'B'] }, 'A; B'],
		['error.message', { error: { message: 'B' }, exception: { message: 'C' } }, 'B'],
		['error', { error: 'B', exception: { message: 'C' } }, 'B'],
		['exception.message', { statusCode: 500, exception: { message: 'C' } }, 'C'],
		['exception', { exception: 'C' }, 'C'],
		['a text in JSON', '"Bad Request"', 'Bad Request'],
		['plain text', 'Bad Request (Plain Text)', 'Bad Request (Plain Text)'],
		['XML', '<?xml version="1.0"?><error><message>Bad Request</message></error>', 'Bad Request'],
		['HTML', '<html><body><h1>Internal Server Error</h1></body></html>', 'Internal Server Error'],
	])('tells the words of a refusal from %s', (_, body, text) => {
		expect(wawp.readAnswer(answered(500, body))).toMatchObject({ kind: 'refused', text });
	});

	it.each([['{"success":tr'], ['[{"id":"false_4474']])(
		'proves nothing when its JSON breaks off: %s',
		(body) => {
			expect(wawp.readAnswer(answered(200, body)).kind).toBe('refused');
		},
	);

	it('tells the code of a refusal', () => {
		const body = { code: 'invalid_session', message: 'Session not found' };
		expect(wawp.readAnswer(answered(404, body))).toMatchObject({ code: 'invalid_session' });
	});

	it('tells the status in the body as code, where HTTP says 200 and there is no code', () => {
		const told = { status: 200, statusInBody: 401, code: '401' };
		expect(wawp.readAnswer(answered(200, { status: '401' }))).toMatchObject(told);
		expect(wawp.readAnswer(answered(200, { status: 401, code: 'no_token' }))).toMatchObject({
			...told,
			code: 'no_token',
		});
	});

	it('leaves the status to HTTP where that tells of the refusal', () => {
		expect(wawp.readAnswer(answered(502, { status: 401 }))).toMatchObject({
			status: 502,
			statusInBody: null,
			code: null,
		});
	});

	it('never tells the request that an engine echoes, secrets included', () => {
		const body = {
			statusCode: 500,
			exception: { message: 'Cannot read properties of undefined' },
			request: { body: { instance_id: '123456789', access_token: 'dummy-token' } },
		};
		const refusal = wawp.readAnswer(answered(500, body));
		expect(refusal).toMatchObject({ text: 'Cannot read properties of undefined' });
		expect(JSON.stringify(refusal)).not.toContain('dummy-token');
	});

	it('repeats a request id of any length only in part', () => {
		const answer = answered(200, {}, { 'x-request-id': 'x'.repeat(50_000) });
		expect(wawp.readAnswer(answer)).toMatchObject({ requestId: `${'x'.repeat(300)}…` });
	});
});
