import { InvalidInput } from '../../../../../nodes/WhatsAppMarkRead/input/invalidInput';
import { wawp } from '../../../../../nodes/WhatsAppMarkRead/providers/wawp';

const CREDENTIAL = {
	instanceId: '123456789',
	accessToken: 'dummy-token',
	baseUrl: 'https://api.wawp.net',
};

describe('The credential of Wawp', () => {
	it('gives address, instance id and secret', () => {
		expect(wawp.connect(CREDENTIAL)).toEqual({
			apiUrl: 'https://api.wawp.net',
			account: '123456789',
			secrets: ['dummy-token'],
		});
	});

	it.each([
		['https://api.wawp.net/', 'https://api.wawp.net'],
		['https://api.wawp.net/v2', 'https://api.wawp.net'],
		['https://api.wawp.net/v2/', 'https://api.wawp.net'],
		['https://api.wawp.net/v1', 'https://api.wawp.net'],
		['https://api.wawp.net/v2/send/seen', 'https://api.wawp.net'],
		['https://api.wawp.net/v2/send/seen/', 'https://api.wawp.net'],
		['https://api.wawp.net/v2/chats/unread', 'https://api.wawp.net'],
		['https://api.wawp.net/v2/session/info', 'https://api.wawp.net'],
		['https://example.com/v2/wawp', 'https://example.com/v2/wawp'],
		['api.wawp.net', 'https://api.wawp.net'],
		['http://127.0.0.1:4010/wawp', 'http://127.0.0.1:4010/wawp'],
	])('takes the base URL %s', (baseUrl, apiUrl) => {
		expect(wawp.connect({ ...CREDENTIAL, baseUrl }).apiUrl).toBe(apiUrl);
	});

	it.each([
		[''],
		['ftp://api.wawp.net'],
		['https://a:b@api.wawp.net'],
		['https://api.wawp.net?access_token=x'],
	])('refuses the base URL %j', (baseUrl) => {
		expect(() => wawp.connect({ ...CREDENTIAL, baseUrl })).toThrow(InvalidInput);
	});

	it('refuses a secret that no header can carry', () => {
		expect(() => wawp.connect({ ...CREDENTIAL, accessToken: 'dummy\u0000token' })).toThrow(
			"'Access Token' of the credential holds characters that cannot be sent",
		);
	});

	it('must name the instance', () => {
		expect(wawp.connect({ ...CREDENTIAL, instanceId: '' }).account).toBeNull();
		expect(wawp.parseAccount('123456789')).toBe('123456789');
		expect(() => wawp.parseAccount(null)).toThrow(
			new InvalidInput("'Instance ID' of the credential is empty", ''),
		);
	});
});
