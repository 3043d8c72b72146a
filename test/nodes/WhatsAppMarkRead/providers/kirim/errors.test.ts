import { answered, explained } from '../../../../helpers/answers';
import { kirim } from '../../../../../nodes/WhatsAppMarkRead/providers/kirim';

const error = (code: string | number) => ({
	error: { type: 'error', code, message: 'Something', request_id: 'req_01HX' },
});

describe('An error of Kirim.chat', () => {
	it.each([
		[404, 'resource_not_found', 'messageIdNotKnown', 'once'],
		[400, 'invalid_field_value', 'messageIdNotInbound', 'never'],
		[400, 'missing_required_field', 'callNotValid', 'never'],
		[400, 'invalid_request', 'callNotValid', 'never'],
		[400, 'invalid_phone_number', 'callNotValid', 'never'],
		[401, 'invalid_api_key', 'apiKeyNotValid', 'never'],
		[401, 'expired_api_key', 'apiKeyNotValid', 'never'],
		[403, 'phone_number_forbidden', 'numberForbidden', 'never'],
		[422, 'account_not_connected', 'accountState', 'never'],
		[422, 'whatsapp_number_not_verified', 'accountState', 'never'],
		[422, 'account_restricted', 'accountState', 'never'],
		[429, 'rate_limit_exceeded', 'rateLimit', 'rateLimit'],
		[502, 'whatsapp_upstream_error', 'upstream', 'twice'],
		[500, 'internal_error', 'internal', 'backoff'],
		[503, 'internal_error', 'internal', 'backoff'],
	])('%i %s means %s and is tried again: %s', (status, code, cause, retry) => {
		expect(explained(kirim, answered(status, error(code)))).toEqual({ cause, retry });
	});

	it.each([
		[500, 131009, 'messageIdNotValid', 'never'],
		[502, '131009', 'messageIdNotValid', 'never'],
		[500, 10, 'permissionMissing', 'never'],
		[500, 190, 'tokenNotValid', 'never'],
		[500, 131031, 'accountLocked', 'never'],
		[400, 130429, 'rateLimit', 'rateLimit'],
		[500, 131000, 'temporary', 'backoff'],
	])("%i with Meta's code %s follows Meta's table: %s, %s", (status, code, cause, retry) => {
		expect(explained(kirim, answered(status, error(code)))).toEqual({ cause, retry });
	});

	it.each([
		[400, 'refused', 'never'],
		[401, 'unauthorized', 'never'],
		[403, 'forbidden', 'never'],
		[404, 'notFound', 'never'],
		[422, 'refused', 'never'],
		[429, 'rateLimit', 'rateLimit'],
		[500, 'serverTrouble', 'backoff'],
		[502, 'serverTrouble', 'backoff'],
	])('%i without a known code goes by its status: %s, %s', (status, cause, retry) => {
		expect(explained(kirim, answered(status, error('something_new')))).toEqual({ cause, retry });
		expect(explained(kirim, answered(status, '<html>Oops</html>'))).toEqual({ cause, retry });
	});

	it('hints at keys of another Kirim product', () => {
		const row = kirim.errors.find(({ cause }) => cause === 'apiKeyNotValid');
		expect(row?.description).toContain('kc_live_');
	});
});
