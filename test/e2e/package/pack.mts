import { mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';

import { StartFailure } from '../failure.mts';
import { lastLines, runNpm } from '../host/command.mts';

/**
 * Builds the package with its own build script.
 * @throws StartFailure with the end of the build's output.
 */
export async function buildPackage(root: string, signal: AbortSignal): Promise<void> {
	const { exitCode, output } = await runNpm(['run', 'build'], { cwd: root, signal });
	if (exitCode !== 0) {
		throw new StartFailure('The package could not be built.', lastLines(output, 25));
	}
}

/**
 * Packs the built package as it would be published.
 * @returns the path of the tarball
 * @throws StartFailure with the end of npm's output.
 */
export async function packPackage(
	root: string,
	packFolder: string,
	signal: AbortSignal,
): Promise<string> {
	await rm(packFolder, { recursive: true, force: true });
	await mkdir(packFolder, { recursive: true });
	const { exitCode, output, stdout } = await runNpm(
		['pack', '--json', '--ignore-scripts', '--pack-destination', packFolder],
		{ cwd: root, signal },
	);
	if (exitCode !== 0) {
		throw new StartFailure('The package could not be packed.', lastLines(output, 25));
	}
	return join(packFolder, tarballName(stdout));
}

/** Reads the file name out of what `npm pack --json` prints. */
export function tarballName(packOutput: string): string {
	const [packed] = JSON.parse(packOutput) as Array<{ filename: string }>;
	if (packed === undefined) throw new Error('npm pack named no file.');
	return packed.filename;
}
