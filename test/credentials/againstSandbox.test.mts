import { sandboxCredential, SANDBOX_TROUBLE, startSandbox } from '../../sandbox/index.mts';
import type { ProviderId, Sandbox } from '../../sandbox/index.mts';
import { credentialOf } from '../helpers/credentials.js';
import { prepareEngine } from '../helpers/runNode.ts';
import { testCredential } from '../helpers/testCredential.ts';

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
		'is red for what the node would be refused: %s %j',
		async (provider, changes, words) => {
			expect(await pressTest(provider, changes)).toEqual({
				status: 'Error',
				message: expect.stringMatching(words) as string,
			});
		},
	);
});
