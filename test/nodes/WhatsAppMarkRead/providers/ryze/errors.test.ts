import { answered, explained } from '../../../../helpers/answers';
import { ryze } from '../../../../../nodes/WhatsAppMarkRead/providers/ryze';

const error = (message: string) => ({ success: false, error: { message } });

describe('An error of RyzeAPI', () => {
	it.each([
		[400, 'Instance name is required', 'instanceMissing', 'never'],
		[400, 'Invalid request body: unexpected EOF', 'callNotValid', 'never'],
		[400, 'messageId is required', 'messageIdMissing', 'never'],
		[400, 'Number is required', 'numberMissing', 'never'],
		[400, 'sender is required for group messages', 'senderMissing', 'never'],
		[401, 'Invalid token', 'tokenNotValid', 'never'],
		[401, 'Missing token header', 'tokenNotValid', 'never'],
		[403, 'Token does not own this instance', 'instanceForbidden', 'never'],
		[404, 'Instance not found', 'instanceNotFound', 'never'],
		[429, 'Rate limit exceeded. Try again later.', 'rateLimit', 'rateLimit'],
		[500, 'Internal server error', 'serverTrouble', 'backoff'],
		[501, 'Not supported', 'notSupported', 'never'],
		[503, 'Instance is not connected to WhatsApp', 'notConnected', 'twice'],
		[400, 'Instance is not connected to WhatsApp', 'notConnected', 'twice'],
		[503, 'Service unavailable', 'serverTrouble', 'backoff'],
		[502, '', 'serverTrouble', 'backoff'],
		[400, '', 'callNotValid', 'never'],
	])('%i "%s" means %s and is tried again: %s', (status, message, cause, retry) => {
		expect(explained(ryze, answered(status, error(message)))).toEqual({ cause, retry });
	});

	it('under HTTP 200 is an error all the same', () => {
		expect(explained(ryze, answered(200, error('messageId is required')))).toEqual({
			cause: 'unexpectedAnswer',
			retry: 'never',
		});
	});
});
