import { stat } from 'node:fs/promises';

import { listFiles } from '../../listFiles.js';
import type { CheckResult, PackedPackage } from '../check.mts';
import { findContentFaults } from '../contents.mts';

/** Checks which files the tarball holds, and how large it is. */
export async function checkContents({ tarball, unpacked }: PackedPackage): Promise<CheckResult> {
	const files = listFiles(unpacked).map((path) => ({ path }));
	const { size } = await stat(tarball);
	return {
		subject: 'Contents of the tarball',
		seen: `${files.length} files, ${size.toLocaleString('en')} bytes packed`,
		faults: findContentFaults({ size, files }),
	};
}
