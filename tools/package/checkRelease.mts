import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

import { findReleaseFaults } from './release.mts';

/**
 * Checks, before something is released, that the tag, package.json and CHANGELOG.md name the same version.
 * Usage: npx tsx tools/package/checkRelease.mts v1.2.0
 */
const ROOT = join(import.meta.dirname, '..', '..');

const [tag] = process.argv.slice(2);
if (tag === undefined || tag.startsWith('-')) {
	console.log('Usage: npx tsx tools/package/checkRelease.mts <tag, as in v1.2.0>');
	process.exitCode = tag === '--help' ? 0 : 1;
} else {
	const changelog = await readFile(join(ROOT, 'CHANGELOG.md'), 'utf8');
	const packageJson = await readFile(join(ROOT, 'package.json'), 'utf8');
	const { version } = JSON.parse(packageJson) as { version: string };
	const faults = findReleaseFaults({ tag, version, changelog });
	for (const fault of faults) console.error(fault);
	if (faults.length === 0) console.log(`${tag} may be released.`);
	else process.exitCode = 1;
}
