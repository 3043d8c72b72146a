import { standInOf } from '../../../tools/sandbox/providers/index.mts';
import {
	PROVIDER_IDS,
	SANDBOX_SECRETS,
	sandboxCredential,
	startSandbox,
} from '../../../tools/sandbox/index.mts';
import { get } from './apiClient.mts';
import { PROVIDER } from './receipt.mts';

it('listens on 127.0.0.1 alone, on any free port', async () => {
	const sandbox = await startSandbox();
	expect(sandbox.url).toBe(`http://127.0.0.1:${sandbox.port}`);
	expect((await get(`${sandbox.url}/sandbox/memory`)).status).toBe(200);
	await sandbox.close();
});

it.each([-1, 65_536, 1.5, Number.NaN])('refuses %p as a port', async (port) => {
	await expect(startSandbox({ port })).rejects.toThrow('whole number from 0 to 65535');
});

it('says that the port is taken', async () => {
	const sandbox = await startSandbox();
	await expect(startSandbox({ port: sandbox.port })).rejects.toThrow('is in use');
	await sandbox.close();
});

it('refuses a rate limit that lets nothing through', async () => {
	const rateLimits = { [PROVIDER]: { requests: 0, windowMs: 1000 } };
	await expect(startSandbox({ rateLimits })).rejects.toThrow(`rateLimits.${PROVIDER}`);
});

it('stops listening when closed', async () => {
	const sandbox = await startSandbox();
	await sandbox.close();
	await expect(fetch(`${sandbox.url}/sandbox/memory`)).rejects.toThrow();
});

it('tells where the APIs are to who asks elsewhere', async () => {
	const sandbox = await startSandbox();
	const basePaths = PROVIDER_IDS.map((id) => standInOf(id).basePath);
	expect(await get(`${sandbox.url}/nowhere`)).toMatchObject({
		status: 404,
		body: { error: { message: expect.stringContaining(basePaths.join(', ')) } },
	});
	await sandbox.close();
});

describe('the dummy credentials', () => {
	it.each(PROVIDER_IDS)('of %s are complete with the address of the sandbox', (id) => {
		expect(sandboxCredential(id, 'http://127.0.0.1:1')).toEqual({
			...standInOf(id).account,
			baseUrl: `http://127.0.0.1:1${standInOf(id).basePath}`,
		});
	});

	it('hold secrets that are recognisable and occur once', () => {
		// As it is, or as Basic authentication encodes it.
		const readable = SANDBOX_SECRETS.map((it) => `${it} ${Buffer.from(it, 'base64').toString()}`);
		expect(readable.every((secret) => secret.includes('sandbox'))).toBe(true);
		expect(new Set(SANDBOX_SECRETS).size).toBe(SANDBOX_SECRETS.length);
	});
});
