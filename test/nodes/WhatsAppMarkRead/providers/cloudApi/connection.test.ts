import { InvalidInput } from '../../../../../nodes/WhatsAppMarkRead/input/invalidInput';
import { cloudApi } from '../../../../../nodes/WhatsAppMarkRead/providers/cloudApi';

const CREDENTIAL = {
	accessToken: 'dummy-token',
	appSecret: 'dummy-secret',
	phoneNumberId: '106540352242922',
	apiVersion: 'v25.0',
	baseUrl: 'https://graph.facebook.com',
};

describe('The credential of the WhatsApp Cloud API', () => {
	it('gives address with version, phone number id and secrets', () => {
		expect(cloudApi.connect(CREDENTIAL)).toEqual({
			apiUrl: 'https://graph.facebook.com/v25.0',
			account: '106540352242922',
			secrets: ['dummy-token', 'dummy-secret'],
		});
	});

	it.each([
		['https://graph.facebook.com/', 'https://graph.facebook.com/v25.0'],
		['graph.facebook.com', 'https://graph.facebook.com/v25.0'],
		['https://graph.facebook.com/v24.0', 'https://graph.facebook.com/v25.0'],
		['https://graph.facebook.com/v24.0/', 'https://graph.facebook.com/v25.0'],
		[
			'https://graph.facebook.com/v25.0/106540352242922/messages',
			'https://graph.facebook.com/v25.0',
		],
		['https://graph.facebook.com/v23.0/<id>/messages/', 'https://graph.facebook.com/v25.0'],
		['https://graph.facebook.com/v25.0/1029/phone_numbers', 'https://graph.facebook.com/v25.0'],
		['https://graph.facebook.com/v25.0/106540352242922', 'https://graph.facebook.com/v25.0'],
		['https://example.com/v1.0/meta', 'https://example.com/v1.0/meta/v25.0'],
		['http://127.0.0.1:4010/meta', 'http://127.0.0.1:4010/meta/v25.0'],
		['https://api.kapso.ai/meta/whatsapp/v24.0', 'https://api.kapso.ai/meta/whatsapp/v25.0'],
	])('takes the base URL %s', (baseUrl, apiUrl) => {
		expect(cloudApi.connect({ ...CREDENTIAL, baseUrl }).apiUrl).toBe(apiUrl);
	});

	it.each([
		[''],
		['ftp://graph.facebook.com'],
		['https://a:b@graph.facebook.com'],
		['https://graph.facebook.com?x=1'],
	])('refuses the base URL %j', (baseUrl) => {
		expect(() => cloudApi.connect({ ...CREDENTIAL, baseUrl })).toThrow(InvalidInput);
	});

	it.each([
		['v25.0', 'v25.0'],
		['25.0', 'v25.0'],
		['v26', 'v26.0'],
		[' v25.0 ', 'v25.0'],
	])('takes the version %s', (apiVersion, segment) => {
		expect(cloudApi.connect({ ...CREDENTIAL, apiVersion }).apiUrl).toBe(
			`https://graph.facebook.com/${segment}`,
		);
	});

	it.each([[''], ['latest'], ['v25.0/../x'], ['v25.0.1']])(
		'refuses the version %j, and does not repeat it: it may be a token in the wrong field',
		(apiVersion) => {
			expect(() => cloudApi.connect({ ...CREDENTIAL, apiVersion })).toThrow(
				/^'API Version' of the credential should look like v25\.0$/,
			);
		},
	);

	it('may leave the phone number id to the messages', () => {
		expect(cloudApi.connect({ ...CREDENTIAL, phoneNumberId: '' }).account).toBeNull();
	});

	it('is only used for a phone number id that is one', () => {
		expect(cloudApi.parseAccount('106540352242922')).toBe('106540352242922');
		expect(() => cloudApi.parseAccount('../me')).toThrow(InvalidInput);
		expect(() => cloudApi.parseAccount(null)).toThrow(InvalidInput);
	});

	it('refuses a secret that no header can carry', () => {
		expect(() => cloudApi.connect({ ...CREDENTIAL, accessToken: 'dummy\u0000token' })).toThrow(
			"'Access Token' of the credential holds characters that cannot be sent",
		);
	});
});
