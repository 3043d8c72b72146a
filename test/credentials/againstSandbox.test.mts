import { PROVIDERS } from '../../nodes/WhatsAppMarkRead/providers/index.ts';
import { sandboxCredential, startSandbox } from '../../tools/sandbox/index.mts';
import type { ProviderId, Sandbox } from '../../tools/sandbox/index.mts';
import { credentialOf } from '../helpers/credentials.js';
import { casesOf } from '../helpers/providerCases.mts';
import type { CredentialTestCase } from '../helpers/providerCases.mts';
import { prepareEngine } from '../helpers/runNode.ts';
import { testCredential } from '../helpers/testCredential.ts';

let sandbox: Sandbox;

beforeAll(async () => {
	prepareEngine();
	sandbox = await startSandbox();
});
afterAll(async () => await sandbox.close());

describe.each(PROVIDERS)(
	"The test of $displayName's credential, against a server that behaves as the documents say,",
	({ id }) => {
		it.each<CredentialTestCase>([
			{ says: 'succeeds with the right credential' },
			...casesOf<CredentialTestCase>(id, 'credentialTests.json').filter(({ url }) => !url),
		])('$says', async ({ credential, error }) => {
			const result = await testCredential(credentialOf(id).type, {
				...sandboxCredential(id as ProviderId, sandbox.url),
				...credential,
			});

			expect(result).toEqual(
				error === undefined
					? { status: 'OK', message: 'Connection successful!' }
					: { status: 'Error', message: expect.stringContaining(error) as string },
			);
		});
	},
);
