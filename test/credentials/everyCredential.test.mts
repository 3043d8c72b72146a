import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { ICredentialDataDecryptedObject, IDataObject } from 'n8n-workflow';
import nock from 'nock';

import { errorText } from '../../nodes/WhatsAppMarkRead/n8n/credentialType.ts';
import { PROVIDERS } from '../../nodes/WhatsAppMarkRead/providers/index.ts';
import { credentialOf } from '../helpers/credentials.js';
import { useFakeNetwork } from '../helpers/fakeNetwork.ts';
import { casesOf } from '../helpers/providerCases.mts';
import { providerFile } from '../helpers/providerFile.js';
import { testCredential, timesAsked } from '../helpers/testCredential.ts';
import type { CredentialTestCase } from '../helpers/providerCases.mts';

useFakeNetwork();

const PAGES =
	'https://github.com/n8n-nodes-whatsapp-mark-read/n8n-nodes-whatsapp-mark-read/blob/main/';

describe.each(PROVIDERS)('The credential of $displayName', (provider) => {
	const { id, credentialType, connect, errors } = provider;
	const { type, data } = credentialOf(id);
	const { origin } = new URL(connect(data as ICredentialDataDecryptedObject).apiUrl);
	const method = type.test?.request.method ?? 'GET';

	async function pressTest(changes: IDataObject = {}) {
		return await testCredential(type, { ...data, ...changes } as ICredentialDataDecryptedObject);
	}

	it('has its own name, icon and page', () => {
		expect(type.name).toBe(credentialType);
		expect(type.displayName).toMatch(/^WhatsApp Mark Read: .+ API$/);
		expect(type.icon).toEqual({
			light: `file:../icons/${id}.svg`,
			dark: `file:../icons/${id}.dark.svg`,
		});
		expect(type.documentationUrl).toBe(`${PAGES}docs/providers/${id}.md`);
		expect(existsSync(join(__dirname, `../../docs/providers/${id}.md`))).toBe(true);
	});

	it('asks for the fields of the design, with their defaults, and hides the secrets', () => {
		const fields = type.properties.map((field) => [
			field.name,
			field.default,
			field.typeOptions?.password === true,
			field.required === true,
		]);

		expect(fields).toEqual(providerFile(id, 'panel').credentialFields);
	});

	it.each(casesOf<CredentialTestCase>(id, 'credentialTests.json').filter(({ url }) => url))(
		'when it is tested, $says',
		async ({ credential, url = '', sent, headers, withoutHeaders, cause, ...given }) => {
			const { status = 200, response, error } = given;
			const { pathname, search, origin: host } = new URL(url);
			nock(host, { reqheaders: headers, badheaders: withoutHeaders })
				.intercept(`${pathname}${search}`, method, sent as nock.DataMatcherMap)
				.times(timesAsked(status))
				.reply(status, response as nock.Body);

			const message = cause === undefined ? error : errorText(errors, cause);
			expect(await pressTest(credential)).toEqual(
				message === undefined
					? { status: 'OK', message: 'Connection successful!' }
					: { status: 'Error', message },
			);
		},
	);

	it('explains every field', () => {
		for (const { description } of type.properties) expect(description?.length).toBeGreaterThan(10);
	});

	it.each([301, 302, 303, 307, 308])(
		'does not follow a redirect with the status %i, which would receive the secret',
		async (status) => {
			let callsElsewhere = 0;
			nock(origin)
				.intercept(() => true, method)
				.reply(status, '', { location: 'https://elsewhere.example.com/' });
			nock('https://elsewhere.example.com')
				.intercept(() => true, method)
				.optionally()
				.reply(200, () => {
					callsElsewhere += 1;
					return {};
				});

			expect(await pressTest()).toEqual({
				status: 'Error',
				message:
					'This address redirects to another one. Put the new address into the base URL; often http:// must become https://.',
			});
			expect(callsElsewhere).toBe(0);
		},
	);

	it.each(['<html><body>Welcome</body></html>', '', {}])(
		'is not valid where another server responds with %j',
		async (body) => {
			nock(origin)
				.intercept(() => true, method)
				.reply(200, body);

			expect(await pressTest()).toMatchObject({
				status: 'Error',
				message: expect.stringMatching(/base URL\.$/) as string,
			});
		},
	);

	it.each([
		['', 'is empty'],
		['ftp://graph.facebook.com', 'is not a web address'],
		['file:///etc/hosts', 'is not a web address'],
		['my server', 'is not a web address'],
		[
			'https://me:dummy-pass@example.com',
			'contains a user name, a password, a query or a fragment',
		],
		['https://example.com?token=dummy', 'contains a user name, a password, a query or a fragment'],
		['https://example.com/#/login', 'contains a user name, a password, a query or a fragment'],
	])('refuses the base URL %p without a request', async (baseUrl, fault) => {
		expect(await pressTest({ baseUrl })).toEqual({
			status: 'Error',
			message: `'Base URL' of the credential ${fault}`,
		});
	});
});
