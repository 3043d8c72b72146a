import { existsSync } from 'node:fs';
import type { ICredentialDataDecryptedObject, IDataObject } from 'n8n-workflow';
import nock from 'nock';

import { PROVIDERS } from '../../nodes/WhatsAppMarkRead/providers/index.ts';
import { credentialOf } from '../helpers/credentials.js';
import { useFakeNetwork } from '../helpers/fakeNetwork.ts';
import { testCredential } from '../helpers/testCredential.ts';

useFakeNetwork();

const PAGES =
	'https://github.com/n8n-nodes-whatsapp-mark-read/n8n-nodes-whatsapp-mark-read/blob/main/';

describe.each(PROVIDERS)('The credential of $displayName', ({ id, credentialType, connect }) => {
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
		expect(existsSync(`docs/providers/${id}.md`)).toBe(true);
	});

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
