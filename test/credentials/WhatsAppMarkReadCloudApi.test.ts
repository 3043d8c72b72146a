import { createHmac } from 'crypto';
import type {
	ICredentialDataDecryptedObject,
	IDataObject,
	IHttpRequestOptions,
} from 'n8n-workflow';
import nock from 'nock';

import { WhatsAppMarkReadCloudApi } from '../../credentials/WhatsAppMarkReadCloudApi.credentials';
import { errorText } from '../../nodes/WhatsAppMarkRead/n8n/credentialType';
import { META_ERRORS } from '../../nodes/WhatsAppMarkRead/providers/meta/errors';
import { credentialOf } from '../helpers/credentials';
import { useFakeNetwork } from '../helpers/fakeNetwork';
import { runMarkRead } from '../helpers/runMarkRead';
import { testCredential, timesAsked } from '../helpers/testCredential';

useFakeNetwork();

const GRAPH = 'https://graph.facebook.com';
const FIELDS = { fields: 'id,display_phone_number,verified_name' };
const NUMBER = {
	id: '106540352242922',
	display_phone_number: '+1 555-078-3881',
	verified_name: "Jasper's Market",
};

const credential = new WhatsAppMarkReadCloudApi();

async function pressTest(changes: IDataObject = {}) {
	const data = { ...credentialOf('cloudApi').data, ...changes } as ICredentialDataDecryptedObject;
	return await testCredential(credential, data);
}

async function authenticate(changes: IDataObject): Promise<IHttpRequestOptions> {
	if (typeof credential.authenticate !== 'function') throw new TypeError('No function');
	const data = { ...credentialOf('cloudApi').data, ...changes } as ICredentialDataDecryptedObject;
	return await credential.authenticate(data, { url: `${GRAPH}/v25.0/1/messages` });
}

describe('The credential of the Cloud API', () => {
	it('asks for the fields of the design, with their defaults, and hides the secrets', () => {
		expect(
			credential.properties.map((field) => [
				field.name,
				field.default,
				field.typeOptions?.password === true,
				field.required === true,
			]),
		).toEqual([
			['accessToken', '', true, true],
			['phoneNumberId', '', false, false],
			['businessAccountId', '', false, false],
			['appSecret', '', true, false],
			['apiVersion', 'v25.0', false, false],
			['baseUrl', 'https://graph.facebook.com', false, false],
		]);
	});
});

describe('Its Test button', () => {
	it('reads the phone number with the token', async () => {
		nock(GRAPH, { reqheaders: { authorization: 'Bearer dummy-cloud-token' } })
			.get('/v25.0/106540352242922')
			.query(FIELDS)
			.reply(200, NUMBER);

		expect(await pressTest()).toEqual({ status: 'OK', message: 'Connection successful!' });
	});

	it.each(['', '  '])(
		'proves the token alone when the phone number id is %p',
		async (phoneNumberId) => {
			nock(GRAPH)
				.get('/v25.0/me')
				.query({ fields: 'id,name' })
				.reply(200, { id: '1', name: 'System user' });

			expect(await pressTest({ phoneNumberId })).toMatchObject({ status: 'OK' });
		},
	);

	it.each([
		[401, { error: { code: 190, message: 'Expired' } }, errorText(META_ERRORS, 'tokenNotValid')],
		[
			400,
			{ error: { code: 100, error_subcode: 33, message: 'Unsupported get request' } },
			'Meta does not know this phone number ID, or the token has no access to it. Check both, and the API version.',
		],
		[
			403,
			{ error: { code: 10, message: 'Permission denied' } },
			errorText(META_ERRORS, 'permissionMissing'),
		],
		[
			404,
			'Not Found',
			'Nothing was found at this address. Check the base URL and the API version.',
		],
	])('explains the status %i', async (status, response, message) => {
		nock(GRAPH)
			.get('/v25.0/106540352242922')
			.query(FIELDS)
			.times(timesAsked(status))
			.reply(status, response);

		expect(await pressTest()).toEqual({ status: 'Error', message });
	});

	it.each([
		['a trailing slash', 'https://graph.facebook.com/'],
		['a version left in it', 'https://graph.facebook.com/v24.0'],
		['a version and a slash', 'https://graph.facebook.com/v24.0/'],
		['the rest of a call', 'https://graph.facebook.com/v25.0/106540352242922/messages'],
		['spaces around it', ' https://graph.facebook.com '],
		['no scheme', 'graph.facebook.com'],
	])('forgives a base URL with %s', async (_what, baseUrl) => {
		nock(GRAPH).get('/v25.0/106540352242922').query(FIELDS).reply(200, NUMBER);

		expect(await pressTest({ baseUrl })).toMatchObject({ status: 'OK' });
	});

	it.each([
		['v26.0', '/v26.0/106540352242922'],
		['26.0', '/v26.0/106540352242922'],
		['v26', '/v26.0/106540352242922'],
	])('accepts the API version %s', async (apiVersion, path) => {
		nock(GRAPH).get(path).query(FIELDS).reply(200, NUMBER);

		expect(await pressTest({ apiVersion })).toMatchObject({ status: 'OK' });
	});

	it('refuses an invalid API version without a request, and says why', async () => {
		expect(await pressTest({ apiVersion: 'latest' })).toEqual({
			status: 'Error',
			message: "'API Version' of the credential should look like v25.0",
		});
	});

	it('proves the app secret where there is one', async () => {
		nock(GRAPH)
			.get('/v25.0/106540352242922')
			.query(
				({ appsecret_time: time, appsecret_proof: proof }) =>
					proof ===
					createHmac('sha256', 'dummy-app-secret')
						.update(`dummy-cloud-token|${String(time)}`)
						.digest('hex'),
			)
			.reply(200, NUMBER);

		expect(await pressTest({ appSecret: 'dummy-app-secret' })).toMatchObject({ status: 'OK' });
	});
});

describe('The proof of the app secret', () => {
	it('is the HMAC-SHA256 of token, bar and unix seconds under the app secret, in hex', async () => {
		jest.spyOn(Date, 'now').mockReturnValue(1_739_321_024_999);

		const { qs } = await authenticate({ appSecret: 'dummy-app-secret' });

		expect(qs).toEqual({
			appsecret_proof: createHmac('sha256', 'dummy-app-secret')
				.update('dummy-cloud-token|1739321024')
				.digest('hex'),
			appsecret_time: 1739321024,
		});
		jest.restoreAllMocks();
	});

	it('is left out without an app secret', async () => {
		const { qs, headers } = await authenticate({ appSecret: ' ' });

		expect(qs).toBeUndefined();
		expect(headers).toEqual({ Authorization: 'Bearer dummy-cloud-token' });
	});

	it('is new for each attempt of a call, since it expires after five minutes', async () => {
		let now = 1_739_321_024_000;
		jest.spyOn(Date, 'now').mockImplementation(() => (now += 1_000));
		const queries: URLSearchParams[] = [];
		const responses = [
			[503, { error: { code: 2, message: 'Service temporarily unavailable' } }],
			[200, { success: true }],
		] as const;
		nock(GRAPH)
			.post('/v25.0/106540352242922/messages')
			.query(true)
			.twice()
			.reply((uri) => responses[queries.push(new URL(uri, GRAPH).searchParams) - 1] ?? [500]);

		const { run } = await runMarkRead({
			provider: 'cloudApi',
			credential: { appSecret: 'dummy-app-secret' },
			parameters: { source: 'fields', messageId: 'wamid.ABC', options: { maxRetries: 1 } },
		});
		jest.restoreAllMocks();

		expect(run.status).toBe('success');
		const times = queries.map((query) => query.get('appsecret_time') ?? '');
		expect(Number(times[1])).toBeGreaterThan(Number(times[0]));
		expect(queries.map((query) => query.get('appsecret_proof'))).toEqual(
			times.map((time) =>
				createHmac('sha256', 'dummy-app-secret').update(`dummy-cloud-token|${time}`).digest('hex'),
			),
		);
	});
});
