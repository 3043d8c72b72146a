import { execFile } from 'node:child_process';
import { promisify } from 'node:util';

/**
 * Checks what `npm pack` would publish: nothing but the built package and its papers, and not much of it.
 * Run by `npm run verify:tarball` after a build.
 */

const MAX_PACKED_BYTES = 100_000;

/** npm publishes every README of the top level, whatever `files` says: the Spanish one goes along. */
const ALLOWED =
	/^(dist\/(nodes|credentials|icons)\/.+\.(js|json|svg)|README(\.es)?\.md|LICENSE|CHANGELOG\.md|package\.json)$/;

const REQUIRED = [
	'README.md',
	'LICENSE',
	'CHANGELOG.md',
	'package.json',
	'dist/nodes/WhatsAppMarkRead/WhatsAppMarkRead.node.js',
	'dist/nodes/WhatsAppMarkRead/WhatsAppMarkRead.node.json',
];

interface PackedFile {
	readonly path: string;
}

interface Packed {
	readonly filename: string;
	readonly size: number;
	readonly files: readonly PackedFile[];
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

const paths = packed.files.map(({ path }) => path);
const faults = [
	...paths.filter((path) => !ALLOWED.test(path)).map((path) => `${path} must not be published`),
	...REQUIRED.filter((path) => !paths.includes(path)).map((path) => `${path} is missing`),
	...(packed.size < MAX_PACKED_BYTES
		? []
		: [`${packed.size} bytes are more than ${MAX_PACKED_BYTES}`]),
];

if (faults.length > 0) {
	console.error(`${packed.filename} is not fit to be published:\n- ${faults.join('\n- ')}`);
	process.exitCode = 1;
} else {
	console.log(
		`${packed.filename}: ${paths.length} files, ${packed.size} bytes packed. All as it should be.`,
	);
}
