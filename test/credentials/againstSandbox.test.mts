import { PROVIDERS } from '../../nodes/WhatsAppMarkRead/providers/index.ts';
import { sandboxCredential, startSandbox } from '../../sandbox/index.mts';
import type { ProviderId, Sandbox } from '../../sandbox/index.mts';
import { credentialOf } from '../helpers/credentials.js';
import { casesOf } from '../helpers/providerCases.mts';
import { prepareEngine } from '../helpers/runNode.ts';
import { testCredential } from '../helpers/testCredential.ts';

/** What differs from the credential that the sandbox accepts, and what the test of the credential then says. */
interface CredentialTestCase {
	readonly says: string;
	readonly credential: Readonly<Record<string, string>>;
	/** Part of the error; without it the test succeeds. */
	readonly error?: string;
}

let sandbox: Sandbox;

beforeAll(async () => {
	prepareEngine();
	sandbox = await startSandbox();
});
afterAll(async () => await sandbox.close());

async function pressTest(provider: ProviderId, changes: object = {}) {
	return await testCredential(credentialOf(provider).type, {
		...sandboxCredential(provider, sandbox.url),
		...changes,
	});
}

const { instanceToken, disconnectedInstance } = SANDBOX_TROUBLE.ryze;
const { queryInstanceId, stoppedInstanceId } = SANDBOX_TROUBLE.wawp;

describe('The test of a credential, against a server that behaves as the documents say,', () => {
	it.each([
		['cloudApi', {}],
		['kirim', {}],
		['ryze', {}],
		['ryze', { instance: disconnectedInstance }],
		['ryze', { token: instanceToken }],
		['wawp', {}],
		['wawp', { instanceId: stoppedInstanceId }],
		['wawp', { instanceId: queryInstanceId, sendIn: 'query' }],
	] as const)('is green for what the node can work with: %s %j', async (provider, changes) => {
		expect(await pressTest(provider, changes)).toEqual({
			status: 'OK',
			message: 'Connection successful!',
		});
	});

	it.each([
		['ryze', { instance: 'suport' }, /does not know this instance/],
		['ryze', { token: instanceToken, instance: 'suport' }, /does not know this instance/],
		['ryze', { token: instanceToken, instance: disconnectedInstance }, /does not belong to/],
		['ryze', { instance: '' }, /does not know this instance/],
		['wawp', { sendIn: 'query' }, /change 'Send Credentials In'/],
		['wawp', { instanceId: queryInstanceId }, /change 'Send Credentials In'/],
	] as const)(
		'fails where the calls of the node would fail: %s %j',
		async (provider, changes, message) => {
			expect(await pressTest(provider, changes)).toEqual({
				status: 'Error',
				message: expect.stringMatching(message) as string,
			});

			expect(result).toEqual(
				error === undefined
					? { status: 'OK', message: 'Connection successful!' }
					: { status: 'Error', message: expect.stringContaining(error) as string },
			);
		});
	},
);
