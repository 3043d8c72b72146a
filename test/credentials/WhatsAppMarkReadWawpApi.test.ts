import type { ICredentialDataDecryptedObject, IDataObject } from 'n8n-workflow';
import nock from 'nock';

import { WhatsAppMarkReadWawpApi } from '../../credentials/WhatsAppMarkReadWawpApi.credentials';
import { errorText } from '../../nodes/WhatsAppMarkRead/n8n/credentialType';
import { WAWP_ERRORS } from '../../nodes/WhatsAppMarkRead/providers/wawp/errors';
import { credentialOf } from '../helpers/credentials';
import { useFakeNetwork } from '../helpers/fakeNetwork';
import { runMarkRead } from '../helpers/runMarkRead';
import { testCredential, timesAsked } from '../helpers/testCredential';

useFakeNetwork();

const WAWP = 'https://api.wawp.net';
const BODY = { instance_id: '123456789', access_token: 'dummy-wawp-token' };

const credential = new WhatsAppMarkReadWawpApi();

async function pressTest(changes: IDataObject = {}) {
	const data = { ...credentialOf('wawp').data, ...changes } as ICredentialDataDecryptedObject;
	return await testCredential(credential, data);
}

function sessionInfo() {
	return nock(WAWP).post('/v2/session/info', BODY);
}

const WRONG_TOKEN = errorText(WAWP_ERRORS, 'tokenNotValid');

/** n8n's rules cannot tell these responses apart. */
const NO_SESSION =
	/^The response does not describe a Wawp instance\. Check the instance ID and the access token in the Wawp dashboard, and the base URL\.$/;

const SESSION = { name: 'default', status: 'WORKING', config: {}, me: null };

describe('The credential of Wawp', () => {
	it('asks for the fields of the design, with their defaults, and hides the secret', () => {
		expect(
			credential.properties.map((field) => [
				field.name,
				field.default,
				field.typeOptions?.password === true,
				field.required === true,
			]),
		).toEqual([
			['instanceId', '', false, true],
			['accessToken', '', true, true],
			['sendIn', 'body', false, false],
			['baseUrl', 'https://api.wawp.net', false, false],
		]);
	});
});

describe('It sends both values', () => {
	const QUERY = { instance_id: '123456789', access_token: 'dummy-wawp-token' };

	it.each([[{}], [{ sendIn: 'body' }], [{ sendIn: undefined }], [{ sendIn: 'somewhere' }]])(
		'in the JSON body, and the token in the header access-token too, with %j',
		async (changes) => {
			nock(WAWP, {
				reqheaders: { 'content-type': 'application/json', 'access-token': 'dummy-wawp-token' },
			})
				.post('/v2/session/info', BODY)
				.reply(200, SESSION);

			expect(await pressTest(changes)).toMatchObject({ status: 'OK' });
		},
	);

	it("in the query alone, as the manual's code sample, with 'Send Credentials In' set to it", async () => {
		nock(WAWP, { badheaders: ['access-token'] })
			.post('/v2/session/info', (body) => body === '')
			.query(QUERY)
			.reply(200, SESSION);

		expect(await pressTest({ sendIn: 'query' })).toMatchObject({ status: 'OK' });
	});

	it.each([
		['body', { ...BODY, chatId: '447441429009@c.us' }, {}],
		['query', { chatId: '447441429009@c.us' }, QUERY],
	])('in the calls of the node as well: %s', async (sendIn, body, query) => {
		nock(WAWP, sendIn === 'query' ? { badheaders: ['access-token'] } : {})
			.post('/v2/send/seen', body)
			.query(query)
			.reply(200, {});

		const { run } = await runMarkRead({
			provider: 'wawp',
			credential: { sendIn },
			parameters: { operation: 'markChat', source: 'fields', chatId: '447441429009' },
		});

		expect(run.status).toBe('success');
	});

	it.each(['body', 'query'])(
		'and says which setting may help when %s is rejected',
		async (sendIn) => {
			nock(WAWP).post('/v2/session/info').query(true).twice().reply(401);

			expect(await pressTest({ sendIn })).toEqual({ status: 'Error', message: WRONG_TOKEN });
		},
	);
});

describe('Its Test button', () => {
	it.each(['STOPPED', 'STARTING', 'SCAN_QR_CODE', 'WORKING', 'FAILED'])(
		'accepts the credential of a session that is %s',
		async (status) => {
			sessionInfo().reply(200, { name: 'default', status, config: {}, me: null });

			expect(await pressTest()).toEqual({ status: 'OK', message: 'Connection successful!' });
		},
	);

	it.each([
		[401, { status: 401, message: 'Invalid access token' }, WRONG_TOKEN],
		[401, '<error>Unauthorized</error>', WRONG_TOKEN],
		[
			404,
			{ code: 'invalid_session', message: 'Session does not exist' },
			errorText(WAWP_ERRORS, 'sessionNotFound'),
		],
	])('explains the status %i with the response %j', async (status, response, message) => {
		sessionInfo().times(timesAsked(status)).reply(status, response);

		expect(await pressTest()).toEqual({ status: 'Error', message });
	});

	it.each([
		[{ code: 'invalid_session', message: 'No' }, errorText(WAWP_ERRORS, 'sessionNotFound')],
		[{ success: false, message: 'No' }, /does not accept the credential/],
		[{ status: false, message: 'No' }, /does not accept the credential/],
		[{ result: false }, /does not accept the credential/],
		[{ ...SESSION, status: 'error' }, /does not accept the credential/],
		['<!doctype html><title>Wawp</title>', NO_SESSION],
		['OK', NO_SESSION],
		['', NO_SESSION],
		[{}, NO_SESSION],
		[{ error: 'Session status is not as expected' }, NO_SESSION],
		[{ error: { message: 'No' } }, NO_SESSION],
		[{ code: 'rest_forbidden', message: 'No' }, NO_SESSION],
		[{ status: 401, message: 'No', error: 'Unauthorized' }, NO_SESSION],
		[{ status: 'error', message: 'No' }, /does not accept the credential/],
		[{ statusCode: 500, exception: { message: 'No' } }, NO_SESSION],
		[{ name: 'default' }, NO_SESSION],
		[{ name: 'default', status: 401 }, NO_SESSION],
		[{ name: 'default', status: null }, NO_SESSION],
		[{ status: 'WORKING' }, NO_SESSION],
	])('fails for the status 200 with anything but a session: %j', async (response, message) => {
		sessionInfo().reply(200, response);

		expect(await pressTest()).toEqual({
			status: 'Error',
			message: expect.stringMatching(message) as string,
		});
	});

	it.each([
		['a trailing slash', 'https://api.wawp.net/'],
		['the version of the paths', 'https://api.wawp.net/v2'],
		['the rest of a call', 'https://api.wawp.net/v2/send/seen'],
		['the version and a slash', 'https://api.wawp.net/v2/'],
	])('forgives a base URL with %s', async (_what, baseUrl) => {
		sessionInfo().reply(200, { name: 'default', status: 'WORKING' });

		expect(await pressTest({ baseUrl })).toMatchObject({ status: 'OK' });
	});
});
