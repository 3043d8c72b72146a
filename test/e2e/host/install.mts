import { existsSync } from 'node:fs';
import { copyFile, mkdir, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';

import { StartFailure } from '../failure.mts';
import type { HostPaths } from '../paths.mts';
import { step } from '../progress.mts';
import { lastLines, runNpm } from './command.mts';
import { N8N_2, type HostVersion } from './versions.mts';

/** What a recipe consists of: the package, its lock, and npm's settings for it. */
const RECIPE = ['package.json', 'package-lock.json', '.npmrc'] as const;

/** What a failed installation is told by, and what to do about it. */
const KNOWN_CAUSES: ReadonlyArray<readonly [sign: RegExp, advice: string]> = [
	[/ENOSPC|no space left on device/i, 'The disk is full: n8n needs about 2.5 GB.'],
	[
		/EACCES|EPERM|permission denied/i,
		'Give your user the right to write to the project folder and to the npm cache.',
	],
	[
		/gyp ERR! find (Python|VS)|not found: (make|python3?|g\+\+|cc|c\+\+)|(make|g\+\+|cc|c\+\+): (command )?not found/i,
		"python3, make and g++ build n8n's SQLite driver. Install them (Debian/Ubuntu: apt-get install python3 make g++; Alpine: apk add python3 make g++; macOS: xcode-select --install; Windows: Visual Studio Build Tools with C++).",
	],
	[
		/ENOTFOUND|EAI_AGAIN|ECONN|ETIMEDOUT|ENETUNREACH|ERR_SOCKET_TIMEOUT|network|CERT_|SELF_SIGNED|E40[134]|ETARGET/i,
		'Check the internet connection and the npm registry and proxy settings (npm config get registry, npm ping); what is already downloaded is kept.',
	],
];

/**
 * Makes sure that n8n is installed as locked; an installation that fits is used again.
 * @throws StartFailure naming why n8n could not be installed.
 */
export async function provideHost(
	{ hostRecipe, hostFolder }: HostPaths,
	wish: 'keep' | 'renew',
	signal: AbortSignal,
	host: HostVersion = N8N_2,
): Promise<void> {
	const modules = join(hostFolder, 'node_modules');
	if (wish === 'renew') {
		await step('Removing the installed n8n', async () => {
			await rm(modules, { recursive: true, force: true, maxRetries: 3 });
		});
	}
	await mkdir(hostFolder, { recursive: true });
	for (const file of RECIPE) await copyFile(join(hostRecipe, file), join(hostFolder, file));
	if ((await isAsLocked(hostFolder)) && isSqliteBuilt(hostFolder)) return;

	const npm = async (...args: readonly string[]): Promise<void> => {
		const { exitCode, output } = await runNpm(args, { cwd: hostFolder, signal });
		if (exitCode !== 0) throw notInstalled(output);
	};
	// Without a connection this fails within seconds, the installation only after many minutes.
	await step('Asking the npm registry for n8n', async () => {
		await npm('view', `n8n@${host.version}`, 'version', '--prefer-online', '--fetch-retries=1');
	});
	await step(
		`Installing n8n ${host.version} (first start only: about 2 minutes and ${host.size})`,
		// Not `npm ci`: newer versions refuse a lock that leaves out packages of other platforms.
		async () => await npm('install', '--no-save', '--ignore-scripts', '--no-audit', '--no-fund'),
	);
	if (isSqliteBuilt(hostFolder)) return;
	await step(
		"Building n8n's SQLite driver (first start only: about a minute)",
		async () => await npm('rebuild', 'sqlite3', '--ignore-scripts=false'),
	);
}

function notInstalled(output: string): StartFailure {
	const [, advice = ''] = KNOWN_CAUSES.find(([sign]) => sign.test(output)) ?? [];
	const end = `The last lines of npm:\n${lastLines(output, 12)}`;
	return new StartFailure('n8n could not be installed.', `${advice}\n\n${end}`.trimStart());
}

function isSqliteBuilt(hostFolder: string): boolean {
	const driver = join('node_modules', 'sqlite3', 'build', 'Release', 'node_sqlite3.node');
	return existsSync(join(hostFolder, driver));
}

async function isAsLocked(hostFolder: string): Promise<boolean> {
	const installed = join(hostFolder, 'node_modules', '.package-lock.json');
	if (!existsSync(installed)) return false;
	const lock = await readLock(join(hostFolder, 'package-lock.json'));
	return packagesNotAsLocked(lock, await readLock(installed)).length === 0;
}

async function readLock(file: string): Promise<PackageLock> {
	return JSON.parse(await readFile(file, 'utf8')) as PackageLock;
}

/** The part of a package-lock.json that says what is (to be) installed. */
export interface PackageLock {
	readonly packages?: Readonly<Record<string, LockedPackage>>;
}

interface LockedPackage {
	readonly version?: string;
	readonly optional?: boolean;
}

/**
 * Compares npm's record of what is installed (`node_modules/.package-lock.json`) with the lock.
 * Optional packages may be absent: they are those of other platforms.
 * @returns the paths that are absent or have another version; empty = the installation fits.
 */
export function packagesNotAsLocked(lock: PackageLock, installed: PackageLock): string[] {
	const present = installed.packages ?? {};
	return Object.entries(lock.packages ?? {})
		.filter(([path, locked]) => {
			if (path === '') return false;
			const found = present[path];
			if (found === undefined) return locked.optional !== true;
			return found.version !== locked.version;
		})
		.map(([path]) => path);
}
