import { join } from 'node:path';
import { standInOf } from '../../../tools/sandbox/providers/index.mts';
import { runSandbox } from '../../../tools/sandbox/runSandbox.mts';
import { startSandbox } from '../../../tools/sandbox/index.mts';
import { PROVIDER } from './receipt.mts';

const PAGE = join(process.cwd(), 'tools', 'sandbox', 'phone', 'page');

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
