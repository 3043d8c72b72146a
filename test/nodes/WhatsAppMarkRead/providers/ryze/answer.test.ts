import { answered } from '../../../../helpers/answers';
import { ryze } from '../../../../../nodes/WhatsAppMarkRead/providers/ryze';

describe('An answer of RyzeAPI', () => {
	it('means that the receipt was taken, and names the chat as resolved (seed 000)', () => {
		const body = {
			success: true,
			message: 'Message marked as read successfully',
			message_id: '3EB08FCF27E532F1B0F5',
			chat_jid: '5511999999999@s.whatsapp.net',
		};
		expect(ryze.readAnswer(answered(200, body))).toEqual({
			kind: 'accepted',
			chatId: '5511999999999@s.whatsapp.net',
			requestId: null,
			warning: null,
		});
	});

	it('may say no more than success', () => {
		expect(ryze.readAnswer(answered(200, { success: true }))).toMatchObject({
			kind: 'accepted',
			chatId: null,
		});
	});

	it('names its request where a header does', () => {
		const answer = answered(200, { success: true }, { 'x-request-id': 'a1b2' });
		expect(ryze.readAnswer(answer)).toMatchObject({ requestId: 'a1b2' });
	});

	it.each([
		['success: false', '{"success":false}'],
		['no word about success', '{"message":"ok"}'],
		['an empty body', ''],
		['a page', '<html>Welcome</html>'],
	])('means nothing of the kind with %s, in spite of HTTP 200', (_, body) => {
		expect(ryze.readAnswer(answered(200, body)).kind).toBe('refused');
	});

	it('tells the words of a refusal (seed 000, "Error 400")', () => {
		const body = { success: false, error: { message: 'sender is required for group messages' } };
		expect(ryze.readAnswer(answered(400, body))).toEqual({
			kind: 'refused',
			status: 400,
			code: null,
			text: 'sender is required for group messages',
			requestId: null,
		});
	});

	it.each([
		['the error as a text', { success: false, error: 'Invalid token' }, 'Invalid token'],
		['a message without an error', { message: 'Invalid token' }, 'Invalid token'],
		['a page', '<html><b>Invalid</b> token</html>', 'Invalid token'],
	])('finds the words in %s as well', (_, body, text) => {
		expect(ryze.readAnswer(answered(401, body))).toMatchObject({ text });
	});

	it('repeats a request id of any length only in part', () => {
		const answer = answered(200, { success: true }, { 'x-request-id': 'x'.repeat(50_000) });
		expect(ryze.readAnswer(answer)).toMatchObject({ requestId: `${'x'.repeat(300)}…` });
	});

	it.each([['Bearer dummy-token'], ['x'.repeat(50_000)], ['@'], [7]])(
		'names no chat by what is no address: %j',
		(chat_jid) => {
			expect(ryze.readAnswer(answered(200, { success: true, chat_jid }))).toMatchObject({
				kind: 'accepted',
				chatId: null,
			});
		},
	);
});
