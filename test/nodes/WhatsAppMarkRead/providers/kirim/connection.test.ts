import { InvalidInput } from '../../../../../nodes/WhatsAppMarkRead/input/invalidInput';
import { kirim } from '../../../../../nodes/WhatsAppMarkRead/providers/kirim';

const CREDENTIAL = {
	apiKey: 'dummy-key',
	phoneNumberId: '106540352242922',
	baseUrl: 'https://api.kirim.chat/v1',
};

describe('The credential of Kirim.chat', () => {
	it('gives address, phone number id and secret', () => {
		expect(kirim.connect(CREDENTIAL)).toEqual({
			apiUrl: 'https://api.kirim.chat/v1',
			account: '106540352242922',
			secrets: ['dummy-key'],
		});
	});

	it.each([
		['https://api.kirim.chat', 'https://api.kirim.chat/v1'],
		['https://api.kirim.chat/', 'https://api.kirim.chat/v1'],
		['https://api.kirim.chat/v1/', 'https://api.kirim.chat/v1'],
		['https://api.kirim.chat/v1/106540352242922/messages', 'https://api.kirim.chat/v1'],
		['https://api.kirim.chat/v1/<id>/messages/', 'https://api.kirim.chat/v1'],
		['https://api.kirim.chat/v1/me', 'https://api.kirim.chat/v1'],
		['https://example.com/v1/kirim', 'https://example.com/v1/kirim/v1'],
		['api.kirim.chat/v1', 'https://api.kirim.chat/v1'],
		['https://api.kirimdev.com/v1', 'https://api.kirimdev.com/v1'],
		['https://api.kirimdev.com', 'https://api.kirimdev.com/v1'],
		['http://127.0.0.1:4010/kirim/v1', 'http://127.0.0.1:4010/kirim/v1'],
	])('takes the base URL %s', (baseUrl, apiUrl) => {
		expect(kirim.connect({ ...CREDENTIAL, baseUrl }).apiUrl).toBe(apiUrl);
	});

	it.each([
		[''],
		['ftp://api.kirim.chat'],
		['https://a:b@api.kirim.chat'],
		['https://api.kirim.chat/v1?x=1'],
	])('refuses the base URL %j', (baseUrl) => {
		expect(() => kirim.connect({ ...CREDENTIAL, baseUrl })).toThrow(InvalidInput);
	});

	it('may leave the phone number id to the messages', () => {
		expect(kirim.connect({ ...CREDENTIAL, phoneNumberId: '' }).account).toBeNull();
	});

	it('is only used for a phone number id that is one', () => {
		expect(kirim.parseAccount('106540352242922')).toBe('106540352242922');
		expect(() => kirim.parseAccount('+6281234567890')).toThrow(InvalidInput);
	});

	it('refuses a secret that no header can carry', () => {
		expect(() => kirim.connect({ ...CREDENTIAL, apiKey: 'dummy\u0000token' })).toThrow(
			"'API Key' of the credential holds characters that cannot be sent",
		);
	});
});
