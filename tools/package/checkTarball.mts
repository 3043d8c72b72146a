import { execFile } from 'node:child_process';
import { promisify } from 'node:util';

import { findContentFaults, type PackedContents } from './contents.mts';

/**
 * Checks what `npm pack` would publish, without packing it. Run by `npx tsx tools/package/checkTarball.mts` after a
 * build; `npm run verify` checks much more.
 */

interface Packed extends PackedContents {
	readonly filename: string;
}

const { stdout } = await promisify(execFile)(
	'npm',
	['pack', '--dry-run', '--json', '--ignore-scripts'],
	{
		maxBuffer: 10_000_000,
	},
);
const [packed] = JSON.parse(stdout) as Packed[];
if (packed === undefined) throw new Error('npm pack names no package');

const faults = findContentFaults(packed);
if (faults.length > 0) {
	console.error(`${packed.filename} is not fit to be published:\n- ${faults.join('\n- ')}`);
	process.exitCode = 1;
} else {
	console.log(
		`${packed.filename}: ${packed.files.length} files, ${packed.size} bytes packed. All as it should be.`,
	);
}
