import { existsSync } from 'node:fs';
import { copyFile, mkdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';

import { StartFailure } from '../../test/e2e/failure.mts';
import { lastLines, runNpm } from '../../test/e2e/host/command.mts';
import { packagesNotAsLocked, type PackageLock } from '../../test/e2e/host/install.mts';

/** What the recipe consists of: the package, its lock, and npm's settings for it. */
const RECIPE = ['package.json', 'package-lock.json', '.npmrc'] as const;

/**
 * Makes sure that what a check needs is installed as locked; an installation that fits is used
 * again. It has a folder of its own because it needs other versions than the project, and
 * `overrides` are forbidden in a community package.
 * @param what as in "n8n's package scanner"
 * @param recipe the folder with its package.json and lock
 * @param folder where it is installed
 * @throws StartFailure with the end of npm's output
 */
export async function provideRecipe(
	what: string,
	recipe: string,
	folder: string,
	signal: AbortSignal,
): Promise<void> {
	await mkdir(folder, { recursive: true });
	for (const file of RECIPE) await copyFile(join(recipe, file), join(folder, file));
	if (await isInstalled(folder)) return;

	const { exitCode, output } = await runNpm(
		['install', '--no-save', '--ignore-scripts', '--no-audit', '--no-fund'],
		{ cwd: folder, signal },
	);
	if (exitCode !== 0) {
		throw new StartFailure(
			`${what} could not be installed.`,
			`It is downloaded once, so this needs the npm registry. The last lines of npm:\n${lastLines(output, 12)}`,
		);
	}
}

async function isInstalled(folder: string): Promise<boolean> {
	const record = join(folder, 'node_modules', '.package-lock.json');
	if (!existsSync(record)) return false;
	const [lock, installed] = await Promise.all([
		readLock(join(folder, 'package-lock.json')),
		readLock(record),
	]);
	return packagesNotAsLocked(lock, installed).length === 0;
}

async function readLock(file: string): Promise<PackageLock> {
	return JSON.parse(await readFile(file, 'utf8')) as PackageLock;
}
