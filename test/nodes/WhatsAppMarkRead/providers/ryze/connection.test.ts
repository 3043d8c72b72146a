import { InvalidInput } from '../../../../../nodes/WhatsAppMarkRead/input/invalidInput';
import { ryze } from '../../../../../nodes/WhatsAppMarkRead/providers/ryze';

const CREDENTIAL = { token: 'dummy-token', instance: 'support', baseUrl: 'https://ryzeapi.cloud' };

describe('The credential of RyzeAPI', () => {
	it('gives address, instance and secret', () => {
		expect(ryze.connect(CREDENTIAL)).toEqual({
			apiUrl: 'https://ryzeapi.cloud',
			account: 'support',
			secrets: ['dummy-token'],
		});
	});

	it.each([
		['https://ryzeapi.cloud/', 'https://ryzeapi.cloud'],
		['ryzeapi.cloud', 'https://ryzeapi.cloud'],
		['https://ryzeapi.cloud/manager', 'https://ryzeapi.cloud'],
		['https://ryzeapi.cloud/manager/instances', 'https://ryzeapi.cloud'],
		['https://ryzeapi.cloud/api', 'https://ryzeapi.cloud'],
		['https://example.com/api/ryze', 'https://example.com/api/ryze'],
		['https://ryzeapi.cloud/api/chat/markRead/support', 'https://ryzeapi.cloud'],
		['https://ryzeapi.cloud/api/instance/list', 'https://ryzeapi.cloud'],
		['https://example.com/ryze/', 'https://example.com/ryze'],
		['http://127.0.0.1:4010/ryze/manager/', 'http://127.0.0.1:4010/ryze'],
	])('takes the base URL %s', (baseUrl, apiUrl) => {
		expect(ryze.connect({ ...CREDENTIAL, baseUrl }).apiUrl).toBe(apiUrl);
	});

	it.each([
		[''],
		['ftp://ryzeapi.cloud'],
		['https://a:b@ryzeapi.cloud'],
		['https://ryzeapi.cloud?token=x'],
	])('refuses the base URL %j', (baseUrl) => {
		expect(() => ryze.connect({ ...CREDENTIAL, baseUrl })).toThrow(InvalidInput);
	});

	it('may leave the instance to the messages', () => {
		expect(ryze.connect({ ...CREDENTIAL, instance: ' ' }).account).toBeNull();
	});
});

describe('An instance of RyzeAPI', () => {
	it.each([['support'], ['Support'], ['my shop/1']])('is taken as it is: %s', (instance) => {
		expect(ryze.parseAccount(instance)).toBe(instance);
	});

	it.each([['.'], ['..'], ['a\u0000b']])('is no path: %j', (instance) => {
		expect(() => ryze.parseAccount(instance)).toThrow(InvalidInput);
	});

	it('is missed when neither the event nor the credential names one', () => {
		expect(() => ryze.parseAccount(null)).toThrow(new InvalidInput("'Instance' is missing", ''));
	});

	it('refuses a secret that no header can carry', () => {
		expect(() => ryze.connect({ ...CREDENTIAL, token: 'dummy\u0000token' })).toThrow(
			"'Token' of the credential holds characters that cannot be sent",
		);
	});
});
