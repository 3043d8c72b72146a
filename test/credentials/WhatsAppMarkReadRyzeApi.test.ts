import type { ICredentialDataDecryptedObject, IDataObject } from 'n8n-workflow';
import nock from 'nock';

import { WhatsAppMarkReadRyzeApi } from '../../credentials/WhatsAppMarkReadRyzeApi.credentials';
import { errorText } from '../../nodes/WhatsAppMarkRead/n8n/credentialType';
import { RYZE_ERRORS } from '../../nodes/WhatsAppMarkRead/providers/ryze/errors';
import { credentialOf } from '../helpers/credentials';
import { useFakeNetwork } from '../helpers/fakeNetwork';
import { testCredential, timesAsked } from '../helpers/testCredential';

useFakeNetwork();

const RYZE = 'https://ryzeapi.cloud';

const SETTINGS = {
	success: true,
	message: 'Settings retrieved successfully',
	settings: { autoRejectCalls: false, ignoreGroupMessages: false, ignoreStatus: false },
};

const credential = new WhatsAppMarkReadRyzeApi();

async function pressTest(changes: IDataObject = {}) {
	const data = { ...credentialOf('ryze').data, ...changes } as ICredentialDataDecryptedObject;
	return await testCredential(credential, data);
}

function settingsOf(segment: string) {
	return nock(RYZE).get(`/api/instance/getSettings/${segment}`);
}

describe('The credential of RyzeAPI', () => {
	it('asks for the fields of the design, with their defaults, and hides the secret', () => {
		expect(
			credential.properties.map((field) => [
				field.name,
				field.default,
				field.typeOptions?.password === true,
				field.required === true,
			]),
		).toEqual([
			['token', '', true, true],
			['instance', '', false, true],
			['baseUrl', 'https://ryzeapi.cloud', false, false],
		]);
	});
});

describe('Its Test button', () => {
	it('reads the settings of the instance, with the token in its own header', async () => {
		nock(RYZE, { reqheaders: { token: 'dummy-ryze-token' }, badheaders: ['authorization'] })
			.get('/api/instance/getSettings/support')
			.reply(200, SETTINGS);

		expect(await pressTest()).toEqual({ status: 'OK', message: 'Connection successful!' });
	});

	it('accepts an instance name with spaces around it, and URL-encodes it', async () => {
		settingsOf('My%20Shop%2F1').reply(200, SETTINGS);

		expect(await pressTest({ instance: ' My Shop/1 ' })).toMatchObject({ status: 'OK' });
	});

	it.each([
		[401, 'Invalid token', errorText(RYZE_ERRORS, 'tokenNotValid')],
		[403, 'Forbidden', errorText(RYZE_ERRORS, 'instanceForbidden')],
		[404, 'Instance not found', errorText(RYZE_ERRORS, 'instanceNotFound')],
		[400, 'Instance not found', errorText(RYZE_ERRORS, 'instanceNotFound')],
	])('explains the status %i', async (status, text, message) => {
		settingsOf('support')
			.times(timesAsked(status))
			.reply(status, { success: false, error: { message: text } });

		expect(await pressTest()).toEqual({ status: 'Error', message });
	});

	it('sees a failure hidden under the status 200', async () => {
		settingsOf('support').reply(200, { success: false, error: { message: 'Invalid token' } });

		expect(await pressTest()).toEqual({
			status: 'Error',
			message:
				'RyzeAPI does not accept the credential. Check the token and the instance in the RyzeAPI manager.',
		});
	});

	it.each([
		'<!doctype html><title>RyzeAPI Manager</title>',
		'',
		{},
		{ success: true },
		{ status: 'ok' },
	])('sees that the response is from another server: %j', async (response) => {
		settingsOf('support').reply(200, response);

		expect(await pressTest()).toEqual({
			status: 'Error',
			message: 'The server at this address is not RyzeAPI. Check the base URL.',
		});
	});

	it.each([
		['a trailing slash', 'https://ryzeapi.cloud/'],
		['the path of the manager', 'https://ryzeapi.cloud/manager/instances'],
		['the path of a sample call', 'https://ryzeapi.cloud/api/chat/markRead/support'],
	])('forgives a base URL with %s', async (_what, baseUrl) => {
		settingsOf('support').reply(200, SETTINGS);

		expect(await pressTest({ baseUrl })).toMatchObject({ status: 'OK' });
	});

	it('accepts the address of another server, below a path', async () => {
		nock('http://192.0.2.10:8080')
			.get('/whatsapp/api/instance/getSettings/support')
			.reply(200, SETTINGS);

		expect(await pressTest({ baseUrl: 'http://192.0.2.10:8080/whatsapp' })).toMatchObject({
			status: 'OK',
		});
	});
});
