import { answered, explained } from '../../../../helpers/answers';
import { wawp } from '../../../../../nodes/WhatsAppMarkRead/providers/wawp';

describe('An error of Wawp', () => {
	it.each([
		[400, { status: 400, message: 'Missing Required Parameter(s)' }, 'callNotValid', 'never'],
		[400, { status: 400, message: 'Invalid Number (Egypt)' }, 'numberNotValid', 'never'],
		[400, { status: 400, message: 'Invalid Number (Saudi Arabia)' }, 'numberNotValid', 'never'],
		[400, { status: 400, message: 'Invalid Number (Unknown)' }, 'numberNotValid', 'never'],
		[400, '<?xml version="1.0"?><error>Bad Request</error>', 'callNotValid', 'never'],
		[400, 'Bad Request', 'callNotValid', 'never'],
		[401, { message: 'Invalid or Missing Access Token' }, 'tokenNotValid', 'never'],
		[401, '<?xml version="1.0"?><error>Unauthorized</error>', 'tokenNotValid', 'never'],
		[
			404,
			{ code: 'invalid_session', message: 'Session Does Not Exist' },
			'sessionNotFound',
			'never',
		],
		[404, '<?xml version="1.0"?><error>Not Found</error>', 'sessionNotFound', 'never'],
		[
			422,
			{
				error: 'Session status is not as expected. Try again later or restart the session',
				status: 'FAILED',
				expected: ['WORKING'],
			},
			'sessionNotWorking',
			'never',
		],
		[422, '', 'sessionNotWorking', 'never'],
		[429, { message: 'Rate Limit Exceeded' }, 'rateLimit', 'rateLimit'],
		[500, { statusCode: 500, exception: { message: 'Unexpected Failure' } }, 'internal', 'backoff'],
		[500, '<html>Internal Server Error</html>', 'internal', 'backoff'],
		[502, { message: 'Connection Failed to Upstream' }, 'upstream', 'backoff'],
		[502, '<?xml version="1.0"?><error>Bad Gateway</error>', 'upstream', 'backoff'],
		[503, '', 'serverTrouble', 'backoff'],
		[403, '', 'forbidden', 'never'],
	])('%i %j means %s and is tried again: %s', (status, body, cause, retry) => {
		expect(explained(wawp, answered(status, body))).toEqual({ cause, retry });
	});

	it.each([
		[{ code: 'invalid_session', message: 'Session Does Not Exist' }, 'sessionNotFound'],
		[{ error: 'Session status is not as expected.' }, 'sessionNotWorking'],
		[{ success: false }, 'unexpectedAnswer'],
		[{ status: 'error', message: 'Something' }, 'unexpectedAnswer'],
		[{ status: 401, message: 'Invalid or Missing Access Token' }, 'tokenNotValid'],
		[{ statusCode: '404' }, 'sessionNotFound'],
		[{ status: 400, message: 'Invalid Number (Egypt)' }, 'numberNotValid'],
		[{ code: 429, message: 'Rate Limit Exceeded' }, 'rateLimit', 'rateLimit'],
		[{ statusCode: 500, exception: { message: 'Unexpected' } }, 'internal', 'backoff'],
	])('may come under HTTP 200: %j means %s', (body, cause, retry = 'never') => {
		expect(explained(wawp, answered(200, body))).toEqual({ cause, retry });
	});
});
