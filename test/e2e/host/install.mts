import { existsSync } from 'node:fs';
import { copyFile, mkdir, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';

import { runNpm } from './command.mts';
import { explainInstallFailure } from './install-failure.mts';
import { packagesNotAsLocked, type PackageLock } from './installed.mts';

/** What a recipe consists of: the package, its lock, and npm's settings for it. */
const RECIPE = ['package.json', 'package-lock.json', '.npmrc'] as const;

/** Lays the recipe out where n8n is installed; an installation that is there already stays. */
export async function followRecipe(hostRecipe: string, hostFolder: string): Promise<void> {
	await mkdir(hostFolder, { recursive: true });
	for (const file of RECIPE) await copyFile(join(hostRecipe, file), join(hostFolder, file));
}

/** True when the host folder holds exactly the n8n its lock names, with its SQLite driver built. */
export async function isHostInstalled(hostFolder: string): Promise<boolean> {
	const lock = await readLock(join(hostFolder, 'package-lock.json'));
	const installed = await readLock(join(hostFolder, 'node_modules', '.package-lock.json'));
	return (
		installed !== undefined &&
		packagesNotAsLocked(lock ?? {}, installed).length === 0 &&
		isSqliteBuilt(hostFolder)
	);
}

/** Forgets an installation, so that the next one starts from nothing. */
export async function removeHost(hostFolder: string): Promise<void> {
	await rm(join(hostFolder, 'node_modules'), { recursive: true, force: true, maxRetries: 3 });
}

/**
 * Asks the npm registry for n8n itself. Without a connection this fails within seconds, where the
 * installation would go on trying for many minutes.
 * @throws StartFailure naming the cause.
 */
export async function askRegistry(hostFolder: string, signal: AbortSignal): Promise<void> {
	const lock = await readLock(join(hostFolder, 'package-lock.json'));
	const version = lock?.packages?.['node_modules/n8n']?.version ?? 'latest';
	await npmInHost(
		[
			'view',
			`n8n@${version}`,
			'version',
			'--prefer-online',
			'--fetch-retries=1',
			'--fetch-retry-mintimeout=2000',
		],
		'n8n could not be downloaded',
		hostFolder,
		signal,
	);
}

/**
 * Downloads n8n and everything it needs, as locked. About two minutes and 2.4 GB.
 * `npm install` and not `npm ci`: newer npm versions refuse a lock that leaves out packages of
 * platforms nobody asked for.
 * @throws StartFailure naming the cause: no connection, full disk, rights.
 */
export async function downloadHost(hostFolder: string, signal: AbortSignal): Promise<void> {
	await npmInHost(
		['install', '--no-save', '--ignore-scripts', '--no-audit', '--no-fund'],
		'n8n could not be installed',
		hostFolder,
		signal,
	);
}

/**
 * Builds or downloads the SQLite driver, the one package of n8n that needs its install script.
 * @throws StartFailure naming the cause: a missing compiler, no connection.
 */
export async function buildSqlite(hostFolder: string, signal: AbortSignal): Promise<void> {
	if (isSqliteBuilt(hostFolder)) return;
	await npmInHost(
		['rebuild', 'sqlite3', '--ignore-scripts=false'],
		"n8n's SQLite driver could not be built",
		hostFolder,
		signal,
	);
}

async function npmInHost(
	args: readonly string[],
	failure: string,
	hostFolder: string,
	signal: AbortSignal,
): Promise<void> {
	const { exitCode, output } = await runNpm(args, { cwd: hostFolder, signal });
	if (exitCode !== 0) throw explainInstallFailure(failure, output);
}

function isSqliteBuilt(hostFolder: string): boolean {
	const driver = join('node_modules', 'sqlite3', 'build', 'Release', 'node_sqlite3.node');
	return existsSync(join(hostFolder, driver));
}

async function readLock(file: string): Promise<PackageLock | undefined> {
	if (!existsSync(file)) return undefined;
	return JSON.parse(await readFile(file, 'utf8')) as PackageLock;
}
