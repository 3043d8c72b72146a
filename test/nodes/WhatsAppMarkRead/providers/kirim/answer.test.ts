import { answered } from '../../../../helpers/answers';
import { kirim } from '../../../../../nodes/WhatsAppMarkRead/providers/kirim';

const TAKEN = {
	data: {
		id: 'msg_01HXYZABCDEFGHJKMNPQRSTVWX',
		object: 'message',
		status: 'read',
		message_id: 'wamid.HBgN…',
	},
	request_id: 'req_01HXYZABCDEFGHJKMNPQRSTVWX',
};

describe('An answer of Kirim.chat', () => {
	it('means that the receipt was taken, and names the request (seed 003)', () => {
		expect(kirim.readAnswer(answered(200, TAKEN))).toEqual({
			kind: 'accepted',
			chatId: null,
			requestId: 'req_01HXYZABCDEFGHJKMNPQRSTVWX',
			warning: null,
		});
	});

	it.each([
		['an empty body', ''],
		['an empty object', '{}'],
		['data without a status', '{"data":{"id":"msg_01HX"}}'],
		['HTTP 201', TAKEN, 201],
	])('means so with %s as well: fields may be missing', (_, body, status = 200) => {
		expect(kirim.readAnswer(answered(status, body)).kind).toBe('accepted');
	});

	it.each([
		['another status of the message', { data: { status: 'failed' } }],
		['an error', { error: { code: 'internal_error', message: 'x' } }],
		['a page', '<html>Welcome</html>'],
		['plain text', 'OK'],
	])('means nothing of the kind with %s, in spite of HTTP 200', (_, body) => {
		expect(kirim.readAnswer(answered(200, body)).kind).toBe('refused');
	});

	it.each([[199], [300], [404], [500]])('means nothing of the kind under HTTP %i', (status) => {
		expect(kirim.readAnswer(answered(status, TAKEN)).kind).toBe('refused');
	});

	it('tells code, words and request id of a refusal', () => {
		const body = {
			error: {
				type: 'invalid_request_error',
				code: 'resource_not_found',
				message: 'Message not found',
				param: 'message_id',
				request_id: 'req_01HX',
			},
		};
		expect(kirim.readAnswer(answered(404, body))).toEqual({
			kind: 'refused',
			status: 404,
			code: 'resource_not_found',
			text: 'Message not found',
			requestId: 'req_01HX',
		});
	});

	it('may name its request in a header alone', () => {
		const answer = answered(502, '<html>502 Bad Gateway</html>', { 'x-request-id': 'req_01HX' });
		expect(kirim.readAnswer(answer)).toMatchObject({
			text: '502 Bad Gateway',
			requestId: 'req_01HX',
		});
	});

	it('repeats a request id of any length only in part', () => {
		const answer = answered(
			200,
			{ data: { status: 'read' } },
			{ 'x-request-id': 'x'.repeat(50_000) },
		);
		expect(kirim.readAnswer(answer)).toMatchObject({ requestId: `${'x'.repeat(300)}…` });
	});
});
