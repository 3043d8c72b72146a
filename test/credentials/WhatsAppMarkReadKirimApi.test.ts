import type { ICredentialDataDecryptedObject, IDataObject } from 'n8n-workflow';
import nock from 'nock';

import { WhatsAppMarkReadKirimApi } from '../../credentials/WhatsAppMarkReadKirimApi.credentials';
import { errorText } from '../../nodes/WhatsAppMarkRead/n8n/credentialType';
import { KIRIM_ERRORS } from '../../nodes/WhatsAppMarkRead/providers/kirim/errors';
import { credentialOf } from '../helpers/credentials';
import { useFakeNetwork } from '../helpers/fakeNetwork';
import { testCredential, timesAsked } from '../helpers/testCredential';

useFakeNetwork();

const KIRIM = 'https://api.kirim.chat';
const ME = {
	data: {
		organization: { name: 'Toko Budi' },
		api_key: { label: 'n8n', last4: '-key' },
		rate_limits: { tier: 'free', write_per_minute: 60, read_per_minute: 300 },
	},
	request_id: 'req_1',
};

const credential = new WhatsAppMarkReadKirimApi();

async function pressTest(changes: IDataObject = {}) {
	const data = { ...credentialOf('kirim').data, ...changes } as ICredentialDataDecryptedObject;
	return await testCredential(credential, data);
}

describe('The credential of Kirim.chat', () => {
	it('asks for the fields of the design, with their defaults, and hides the secret', () => {
		expect(
			credential.properties.map((field) => [
				field.name,
				field.default,
				field.typeOptions?.password === true,
				field.required === true,
			]),
		).toEqual([
			['apiKey', '', true, true],
			['phoneNumberId', '', false, false],
			['baseUrl', 'https://api.kirim.chat/v1', false, false],
		]);
	});

	it('says which keys belong to another product', () => {
		expect(credential.properties[0]?.description).toContain('kc_live_');
	});
});

describe('Its Test button', () => {
	it('asks who the key belongs to', async () => {
		nock(KIRIM, { reqheaders: { authorization: 'Bearer dummy-kirim-key' } })
			.get('/v1/me')
			.reply(200, ME);

		expect(await pressTest()).toEqual({ status: 'OK', message: 'Connection successful!' });
	});

	it('accepts a key that was pasted with spaces around it', async () => {
		nock(KIRIM, { reqheaders: { authorization: 'Bearer dummy-kirim-key' } })
			.get('/v1/me')
			.reply(200, ME);

		expect(await pressTest({ apiKey: ' dummy-kirim-key\n' })).toMatchObject({ status: 'OK' });
	});

	it.each([
		[
			401,
			{ error: { type: 'authentication_error', code: 'invalid_api_key', message: 'No' } },
			errorText(KIRIM_ERRORS, 'apiKeyNotValid'),
		],
		[404, 'Not Found', 'Nothing was found at this address. Check the base URL.'],
	])('explains the status %i', async (status, response, message) => {
		nock(KIRIM).get('/v1/me').times(timesAsked(status)).reply(status, response);

		expect(await pressTest()).toEqual({ status: 'Error', message });
	});

	it.each([
		['without /v1', 'https://api.kirim.chat'],
		['with a trailing slash', 'https://api.kirim.chat/v1/'],
		['with the rest of a call', 'https://api.kirim.chat/v1/106540352242922/messages'],
		['without /v1, with a trailing slash', 'https://api.kirim.chat/'],
	])('accepts the base URL %s', async (_what, baseUrl) => {
		nock(KIRIM).get('/v1/me').reply(200, ME);

		expect(await pressTest({ baseUrl })).toMatchObject({ status: 'OK' });
	});

	it("accepts the host of Kirim's newer clients", async () => {
		nock('https://api.kirimdev.com').get('/v1/me').reply(200, ME);

		expect(await pressTest({ baseUrl: 'https://api.kirimdev.com/v1' })).toMatchObject({
			status: 'OK',
		});
	});
});
