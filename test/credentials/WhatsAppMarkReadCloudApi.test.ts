import { createHmac } from 'crypto';
import type {
	ICredentialDataDecryptedObject,
	IDataObject,
	IHttpRequestOptions,
} from 'n8n-workflow';
import nock from 'nock';

import { WhatsAppMarkReadCloudApi } from '../../credentials/WhatsAppMarkReadCloudApi.credentials';
import { credentialOf } from '../helpers/credentials';
import { useFakeNetwork } from '../helpers/fakeNetwork';
import { runMarkRead } from '../helpers/runMarkRead';
import { testCredential } from '../helpers/testCredential';

useFakeNetwork();

const GRAPH = 'https://graph.facebook.com';

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

describe('The test of the credential of the Cloud API', () => {
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
			.reply(200, { id: '106540352242922' });

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
