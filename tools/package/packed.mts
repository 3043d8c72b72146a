import { mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';

import { StartFailure } from '../../test/e2e/failure.mts';
import { lastLines, runCommand } from '../../test/e2e/host/command.mts';
import { packPackage } from '../../test/e2e/package.mts';
import type { PackedPackage } from './check.mts';

/**
 * Packs the built package and unpacks the tarball again.
 * @param root the project's folder; the package is unpacked below it, so that it finds the
 *   `n8n-workflow` that n8n would bring
 * @param workFolder emptied first
 * @throws StartFailure with the end of npm's or tar's output
 */
export async function packAndUnpack(
	root: string,
	workFolder: string,
	signal: AbortSignal,
): Promise<PackedPackage> {
	await rm(workFolder, { recursive: true, force: true });
	const unpacked = join(workFolder, 'package');
	const tarball = await packPackage(root, join(workFolder, 'tarball'), signal);
	await mkdir(unpacked, { recursive: true });
	const { exitCode, output } = await runCommand(
		'tar',
		['-xzf', tarball, '-C', unpacked, '--strip-components=1'],
		{ cwd: workFolder, signal },
	);
	if (exitCode !== 0) {
		throw new StartFailure('The tarball could not be unpacked.', lastLines(output, 15));
	}
	return { root, tarball, unpacked };
}
