import { exec } from 'node:child_process';
import { copyFile, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs, promisify } from 'node:util';
import { Listr, type ListrTask } from 'listr2';

import { checkLicences, checkLoadCost, checkWithPublint } from './checks.mts';
import { findContentFaults } from './contents.js';
import { runInOldestN8n } from './oldest/check.mts';
import { scan, scanSpoiledCopy } from './scanner/scanner.mts';

/**
 * Checks the package as it would be published. `npm run verify -- --skip-build` checks what was built before. The first
 * run downloads n8n's scanner and the oldest n8n.
 */
const { values: options } = parseArgs({ options: { 'skip-build': { type: 'boolean' } } });

const ROOT = join(import.meta.dirname, '..', '..');
const WORK_FOLDER = join(ROOT, '.cache', 'verify-package');
// Below the project, where it finds the `n8n-workflow` that n8n would bring.
const UNPACKED = join(WORK_FOLDER, 'package');
const SCANNER = join(ROOT, '.cache', 'scanner');
const OLDEST_N8N = join(ROOT, '.cache', 'n8n-oldest');

/** @returns what is wrong, a line each */
type Find = (tell: (seen: string) => void) => Promise<readonly string[]> | readonly string[];

const checks = [
	check("n8n's scanner, source", async () => await scan(SCANNER, 'source', ROOT)),
	check("n8n's scanner, tarball", async () => await scan(SCANNER, 'tarball', UNPACKED)),
	check("n8n's scanner refuses a spoiled copy", async () => {
		return await scanSpoiledCopy(SCANNER, UNPACKED);
	}),
	check("n8n's loader, own licence, no dependency at run time", async () => {
		await run('npx jest test/package.test.mts', ROOT, { PACKAGE_FOLDER: UNPACKED });
		return [];
	}),
	check('n8n 1.68', async (tell) => {
		const { runs, faults } = await runInOldestN8n(UNPACKED, OLDEST_N8N);
		tell(`${runs} runs`);
		return faults;
	}),
	check('publint, strict', async () => await checkWithPublint(UNPACKED)),
	check('Contents of the tarball', () => findContentFaults(ROOT)),
	check('Licences of the development tools', async () => await checkLicences(ROOT)),
	check('Cost of loading it', async (tell) => await checkLoadCost(UNPACKED, tell)),
];

const work = new Listr([
	{
		title: 'Building the package',
		skip: options['skip-build'] === true,
		task: async () => await run('npm run build', ROOT),
	},
	{
		title: 'Packing it',
		task: async () => {
			await rm(WORK_FOLDER, { recursive: true, force: true });
			await mkdir(WORK_FOLDER, { recursive: true });
			await run(`npm pack --ignore-scripts --pack-destination "${WORK_FOLDER}"`, ROOT);
			await run('tar -xzf *.tgz', WORK_FOLDER);
		},
	},
	{
		title: "Installing n8n's package scanner",
		task: async () => await install(join(import.meta.dirname, 'scanner'), SCANNER),
	},
	{
		title: 'Installing the oldest n8n',
		task: async () => await install(join(import.meta.dirname, 'oldest'), OLDEST_N8N),
	},
	{
		title: 'Checking the package',
		task: (_, task) => task.newListr(checks, { exitOnError: false }),
	},
]);

await work.run();
const passed = checks.length - work.errors.length;
console.log(
	"Not checked: the provenance of the published package, which n8n's scanner looks up at npm and GitHub. It exists once the package is published (docs/releasing.md).",
);
console.log(`${passed} of ${checks.length} checks passed.`);
process.exitCode = passed === checks.length ? 0 : 1;

function check(title: string, find: Find): ListrTask {
	return {
		title,
		task: async (_, task) => {
			const faults = await find((seen) => (task.title = `${title}: ${seen}`));
			if (faults.length > 0) throw new Error(`${title}: ${faults.join('\n')}`);
		},
	};
}

/**
 * Makes sure that what a check needs is installed as locked. It has a folder of its own because it needs other versions
 * than the project, and `overrides` are forbidden in a community package.
 */
async function install(recipe: string, folder: string): Promise<void> {
	const installed = join(folder, 'node_modules', 'installed-lock.json');
	const lock = await readFile(join(recipe, 'package-lock.json'), 'utf8');
	if ((await readFile(installed, 'utf8').catch(() => null)) === lock) return;
	await mkdir(folder, { recursive: true });
	for (const file of ['package.json', 'package-lock.json', '.npmrc']) {
		await copyFile(join(recipe, file), join(folder, file));
	}
	await run('npm ci --ignore-scripts --no-audit --no-fund', folder);
	await writeFile(installed, lock);
}

/** Runs a command. @throws Error with the end of its output */
async function run(command: string, cwd: string, environment: object = {}): Promise<void> {
	const env = { ...process.env, ...environment };
	await promisify(exec)(command, { cwd, env, maxBuffer: 10_000_000 }).catch(
		({ stdout, stderr }: { stdout: string; stderr: string }) => {
			throw new Error(
				`${command}:\n${`${stdout}\n${stderr}`.trim().split('\n').slice(-25).join('\n')}`,
			);
		},
	);
}
