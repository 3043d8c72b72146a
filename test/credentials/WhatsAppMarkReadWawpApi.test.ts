import type { ICredentialDataDecryptedObject, IDataObject } from 'n8n-workflow';
import nock from 'nock';

import { WhatsAppMarkReadWawpApi } from '../../credentials/WhatsAppMarkReadWawpApi.credentials';
import { CREDENTIALS } from '../helpers/credentials';
import { useFakeNetwork } from '../helpers/fakeNetwork';
import { testCredential, timesAsked } from '../helpers/testCredential';

useFakeNetwork();

const WAWP = 'https://api.wawp.net';
const BODY = { instance_id: '123456789', access_token: 'dummy-wawp-token' };

const credential = new WhatsAppMarkReadWawpApi();

async function pressTest(changes: IDataObject = {}) {
	const data = { ...CREDENTIALS.wawp.data, ...changes } as ICredentialDataDecryptedObject;
	return await testCredential(credential, data);
}

function sessionInfo() {
	return nock(WAWP).post('/v2/session/info', BODY);
}

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
			['baseUrl', 'https://api.wawp.net', false, false],
		]);
	});

	it('has its own name, icon and documentation', () => {
		expect(credential.name).toBe('whatsAppMarkReadWawpApi');
		expect(credential.displayName).toBe('WhatsApp Mark Read: Wawp API');
		expect(credential.icon).toEqual({
			light: 'file:../icons/wawp.svg',
			dark: 'file:../icons/wawp.dark.svg',
		});
		expect(credential.documentationUrl).toMatch(/^https:\/\/.+#wawp$/);
	});

	it('explains every field', () => {
		credential.properties.forEach(({ description }) =>
			expect(description?.length).toBeGreaterThan(10),
		);
	});
});

describe('Its Test button', () => {
	it.each(['STOPPED', 'STARTING', 'SCAN_QR_CODE', 'WORKING', 'FAILED'])(
		'accepts the credential of a session that is %s, with both values in the JSON body alone',
		async (status) => {
			nock(WAWP, { reqheaders: { 'content-type': 'application/json' } })
				.post('/v2/session/info', BODY)
				.reply(200, { name: 'default', status, config: {}, me: null });

			expect(await pressTest()).toEqual({ status: 'OK', message: 'Connection successful!' });
		},
	);

	it.each([
		[
			401,
			{ status: 401, message: 'Invalid access token' },
			'Wawp does not accept the access token. Copy it again from the Wawp dashboard.',
		],
		[
			401,
			'<error>Unauthorized</error>',
			'Wawp does not accept the access token. Copy it again from the Wawp dashboard.',
		],
		[
			404,
			{ code: 'invalid_session', message: 'Session does not exist' },
			'Wawp does not know this instance ID. Copy it again from the Wawp dashboard.',
		],
	])('explains the status %i with the answer %j', async (status, answer, message) => {
		sessionInfo().times(timesAsked(status)).reply(status, answer);

		expect(await pressTest()).toEqual({ status: 'Error', message });
	});

	it.each([
		[
			{ code: 'invalid_session', message: 'No' },
			'Wawp does not know this instance ID. Copy it again from the Wawp dashboard.',
		],
		[
			{ success: false, message: 'No' },
			'Wawp does not accept the credential. Check the instance ID and the access token in the Wawp dashboard.',
		],
		[
			{ status: false, message: 'No' },
			'Wawp does not accept the credential. Check the instance ID and the access token in the Wawp dashboard.',
		],
	])('sees a failure hidden under the status 200: %j', async (answer, message) => {
		sessionInfo().reply(200, answer);

		expect(await pressTest()).toEqual({ status: 'Error', message });
	});

	it('does not follow a redirect, so that the body with the token does not go along', async () => {
		let callsElsewhere = 0;
		sessionInfo().reply(308, '', { location: 'https://elsewhere.example.com/' });
		nock('https://elsewhere.example.com')
			.post('/')
			.optionally()
			.reply(200, () => {
				callsElsewhere += 1;
				return { status: 'WORKING' };
			});

		const result = await pressTest();

		expect(callsElsewhere).toBe(0);
		expect(result.message).toMatch(/^This address sends calls on to another one\./);
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

	it.each([
		['', "'Base URL' of the credential is empty"],
		['wawp net', "'Base URL' of the credential is not a web address"],
		[
			'https://api.wawp.net?access_token=dummy',
			"'Base URL' of the credential carries a user name, a password, a query or a fragment",
		],
	])('refuses the base URL %p without a call, and says why', async (baseUrl, message) => {
		expect(await pressTest({ baseUrl })).toEqual({ status: 'Error', message });
	});
});
