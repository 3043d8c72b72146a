import { answered } from '../../../../helpers/answers';
import { cloudApi } from '../../../../../nodes/WhatsAppMarkRead/providers/cloudApi';

describe('An answer of the WhatsApp Cloud API', () => {
	it('means that the receipt was taken when it says success (seed 002)', () => {
		expect(cloudApi.readAnswer(answered(200, { success: true }))).toEqual({
			kind: 'accepted',
			chatId: null,
			requestId: null,
			warning: null,
		});
	});

	it.each([
		['says success: false', '{"success":false}'],
		['says success in words', '{"success":"true"}'],
		['is empty', ''],
		['is null', 'null'],
		['is an empty object', '{}'],
		['is a list', '[{"success":true}]'],
		['is a page', '<html>Welcome</html>'],
		['inherits its success', '{"__proto__":{"success":true}}'],
		[
			'holds an error',
			'{"error":{"message":"(#131009) Parameter value is not valid","code":131009}}',
		],
	])('means nothing of the kind when it %s, in spite of HTTP 200', (_, body) => {
		expect(cloudApi.readAnswer(answered(200, body))).toMatchObject({
			kind: 'refused',
			status: 200,
		});
	});

	it.each([[199], [300], [400], [500]])('means nothing of the kind under HTTP %i', (status) => {
		expect(cloudApi.readAnswer(answered(status, { success: true })).kind).toBe('refused');
	});

	it("tells Meta's code, words and request id of a refusal", () => {
		const error = {
			message: '(#131009) Parameter value is not valid',
			type: 'OAuthException',
			code: 131009,
			fbtrace_id: 'AbCdEfGhIjK',
		};
		expect(cloudApi.readAnswer(answered(400, { error }))).toEqual({
			kind: 'refused',
			status: 400,
			code: '131009',
			text: '(#131009) Parameter value is not valid',
			requestId: 'AbCdEfGhIjK',
		});
	});
});
