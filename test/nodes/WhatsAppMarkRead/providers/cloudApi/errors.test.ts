import { answered, explained } from '../../../../helpers/answers';
import { cloudApi } from '../../../../../nodes/WhatsAppMarkRead/providers/cloudApi';

const error = (code: number, more: object = {}) => ({
	error: { message: `(#${code}) Something`, type: 'OAuthException', code, ...more },
});

describe('An error code of the WhatsApp Cloud API', () => {
	it.each([
		[131009, 'messageIdNotValid', 'never'],
		[100, 'phoneNumberIdNotValid', 'never'],
		[190, 'tokenNotValid', 'never'],
		[0, 'tokenNotValid', 'never'],
		[104, 'tokenNotValid', 'never'],
		[3, 'permissionMissing', 'never'],
		[10, 'permissionMissing', 'never'],
		[200, 'permissionMissing', 'never'],
		[230, 'permissionMissing', 'never'],
		[299, 'permissionMissing', 'never'],
		[131005, 'permissionMissing', 'never'],
		[131008, 'parameterMissing', 'never'],
		[131031, 'accountLocked', 'never'],
		[368, 'accountLocked', 'never'],
		[133010, 'numberNotRegistered', 'never'],
		[33, 'numberNotRegistered', 'never'],
		[1, 'temporary', 'backoff'],
		[2, 'temporary', 'backoff'],
		[131000, 'temporary', 'backoff'],
		[131016, 'temporary', 'backoff'],
		[133004, 'temporary', 'backoff'],
		[131057, 'temporary', 'backoff'],
		[4, 'rateLimit', 'rateLimit'],
		[17, 'rateLimit', 'rateLimit'],
		[80007, 'rateLimit', 'rateLimit'],
		[80008, 'rateLimit', 'rateLimit'],
		[130429, 'rateLimit', 'rateLimit'],
		[131056, 'rateLimit', 'rateLimit'],
		[613, 'rateLimit', 'rateLimit'],
	])('%i means %s and is tried again: %s, whatever the HTTP status', (code, cause, retry) => {
		for (const status of [200, 400, 401, 403, 429, 500, 503]) {
			expect(explained(cloudApi, answered(status, error(code)))).toEqual({ cause, retry });
		}
	});

	it.each([
		['100 with subcode 33', error(100, { error_subcode: 33 }), 'phoneNumberIdNotValid'],
		['190 with subcode 463', error(190, { error_subcode: 463 }), 'tokenNotValid'],
		['a code written as text', { error: { code: '131009', message: 'x' } }, 'messageIdNotValid'],
	])('may be %s', (_, body, cause) => {
		expect(explained(cloudApi, answered(400, body))).toMatchObject({ cause, retry: 'never' });
	});

	it('says of the message id alone that another id of the chat may do', () => {
		const rows = cloudApi.errors.filter(({ isBadMessageId }) => isBadMessageId);
		expect(rows.map(({ cause }) => cause)).toEqual(['messageIdNotValid']);
	});
});

describe('An answer of the WhatsApp Cloud API without a known code', () => {
	it.each([
		[400, error(999999), 'refused', 'never'],
		[400, '', 'refused', 'never'],
		[401, '', 'unauthorized', 'never'],
		[429, '', 'rateLimit', 'rateLimit'],
		[500, error(999999), 'serverTrouble', 'backoff'],
		[502, '<html>502 Bad Gateway</html>', 'serverTrouble', 'backoff'],
		[302, '', 'redirect', 'never'],
		[200, '<html>Welcome</html>', 'unexpectedAnswer', 'never'],
	])('goes by its HTTP status %i (%j)', (status, body, cause, retry) => {
		expect(explained(cloudApi, answered(status, body))).toEqual({ cause, retry });
	});
});
