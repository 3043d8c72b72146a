const MAX_PACKED_BYTES = 100_000;

const ALLOWED =
	/^(dist\/(nodes|credentials|icons)\/.+\.(js|json|svg)|README\.md|LICENSE|CHANGELOG\.md|package\.json)$/;

const REQUIRED = [
	'README.md',
	'LICENSE',
	'CHANGELOG.md',
	'package.json',
	'dist/nodes/WhatsAppMarkRead/WhatsAppMarkRead.node.js',
	'dist/nodes/WhatsAppMarkRead/WhatsAppMarkRead.node.json',
];

/** What a tarball holds, as `npm pack --json` lists it. */
export interface PackedContents {
	/** Packed size, bytes. */
	readonly size: number;
	readonly files: ReadonlyArray<{ readonly path: string }>;
}

/**
 * Checks that a tarball holds the built package and its papers, nothing else, and not much of it.
 * @returns what is wrong, a line each
 */
export function findContentFaults({ size, files }: PackedContents): readonly string[] {
	const paths = files.map(({ path }) => path);
	return [
		...paths.filter((path) => !ALLOWED.test(path)).map((path) => `${path} must not be published`),
		...REQUIRED.filter((path) => !paths.includes(path)).map((path) => `${path} is missing`),
		...(size < MAX_PACKED_BYTES ? [] : [`${size} bytes are more than ${MAX_PACKED_BYTES}`]),
	];
}
