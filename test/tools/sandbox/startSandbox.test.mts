import { join } from 'node:path';
import { standInOf } from '../../../tools/sandbox/providers/index.mts';
import {
	PROVIDER_IDS,
	SANDBOX_SECRETS,
	sandboxCredential,
	startSandbox,
} from '../../../tools/sandbox/index.mts';
import { runSandbox } from '../../../tools/sandbox/runSandbox.mts';
import { get } from './apiClient.mts';
import { PROVIDER } from './receipt.mts';

const PAGE = join(process.cwd(), 'tools', 'sandbox', 'phone', 'page');

it('listens on 127.0.0.1 alone, on any free port', async () => {
	const sandbox = await startSandbox();
	expect(sandbox.url).toBe(`http://127.0.0.1:${sandbox.port}`);
	expect((await get(`${sandbox.url}/sandbox/health`)).status).toBe(200);
	await sandbox.close();
});

it.each([-1, 65_536, 1.5, Number.NaN])('refuses %p as a port', async (port) => {
	await expect(startSandbox({ port })).rejects.toThrow('whole number from 0 to 65535');
});

it('refuses a rate limit that lets nothing through', async () => {
	const rateLimits = { [PROVIDER]: { requests: 0, windowMs: 1000 } };
	await expect(startSandbox({ rateLimits })).rejects.toThrow(`rateLimits.${PROVIDER}`);
});

it('stops listening when closed', async () => {
	const sandbox = await startSandbox();
	await sandbox.close();
	await expect(fetch(`${sandbox.url}/sandbox/health`)).rejects.toThrow();
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
		expect(SANDBOX_SECRETS.every((secret) => secret.includes('sandbox'))).toBe(true);
		expect(new Set(SANDBOX_SECRETS).size).toBe(SANDBOX_SECRETS.length);
	});
});

describe('From the command line, the sandbox', () => {
	let output: string;
	let errors: string;

	beforeEach(() => {
		output = '';
		errors = '';
		jest.spyOn(process.stdout, 'write').mockImplementation((text) => {
			output += String(text);
			return true;
		});
		jest.spyOn(process.stderr, 'write').mockImplementation((text) => {
			errors += String(text);
			return true;
		});
	});
	afterEach(() => jest.restoreAllMocks());

	it('explains itself', async () => {
		expect(await runSandbox(['--help'], PAGE)).toBe(0);
		expect(output).toContain('Usage: npx tsx tools/sandbox/cli.mts');
	});

	it.each([
		[['--port', 'x'], '--port needs a number from 0 to 65535, not "x"'],
		[['--port', '70000'], 'whole number from 0 to 65535'],
		[['--colour'], '--colour'],
	])('refuses %j, says why and points to the help', async (args, reason) => {
		expect(await runSandbox(args, PAGE)).toBe(1);
		expect(errors).toContain(reason);
		expect(errors).toContain('--help');
	});

	it('says that the port is taken', async () => {
		const sandbox = await startSandbox();
		expect(await runSandbox(['--port', String(sandbox.port)], PAGE)).toBe(1);
		expect(errors).toContain('is in use');
		await sandbox.close();
	});

	it('prints what to type into n8n and stops at Ctrl-C', async () => {
		const running = runSandbox(['--port', '0'], PAGE);
		while (!output.includes('Ctrl-C')) await new Promise((resolve) => setImmediate(resolve));
		const url = /listens at (\S+)/.exec(output)?.[1] ?? '';
		expect((await fetch(`${url}/sandbox/health`)).status).toBe(200);
		expect(output).toContain(`${url}${standInOf(PROVIDER).basePath}`);
		expect((await fetch(`${url}/phone/`)).status).toBe(200);
		process.emit('SIGINT');
		expect(await running).toBe(0);
		await expect(fetch(`${url}/sandbox/health`)).rejects.toThrow();
	});
});
