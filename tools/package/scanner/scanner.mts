import { appendFile, cp } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

/** What n8n's own scanner, `@n8n/scan-community-package`, says about a folder. */
interface Scan {
	readonly passed: boolean;
	readonly message?: string;
	/** ESLint's list of violations. */
	readonly details?: string;
}

interface Scanner {
	/** The files of a source folder that n8n looks at. */
	readonly SOURCE_FILE_PATTERNS: readonly string[];
	analyzePackage(folder: string, filePatterns: readonly string[]): Promise<Scan>;
}

/** The files of a published package that n8n looks at; not exported by the scanner. */
const TARBALL_FILE_PATTERNS = ['**/*.js', 'package.json'];

const FORBIDDEN = '\n/* eslint-disable */\nsetTimeout(() => undefined, 1000);\n';

/** Lets n8n's scanner judge the source. @returns what is wrong */
export async function scanSource(scannerFolder: string, root: string): Promise<readonly string[]> {
	const scanner = await loadScanner(scannerFolder);
	return faultsOf(await scanner.analyzePackage(root, scanner.SOURCE_FILE_PATTERNS));
}

/** Lets n8n's scanner judge what would be published. @returns what is wrong */
export async function scanTarball(
	scannerFolder: string,
	unpacked: string,
): Promise<readonly string[]> {
	const scanner = await loadScanner(scannerFolder);
	return faultsOf(await scanner.analyzePackage(unpacked, TARBALL_FILE_PATTERNS));
}

/**
 * Makes sure that the scanner would find something: in a copy of the tarball with a timer in it,
 * and an ESLint comment that asks to look away.
 */
export async function scanSpoiledTarball(
	scannerFolder: string,
	unpacked: string,
): Promise<readonly string[]> {
	const spoiled = `${unpacked}-spoiled`;
	await cp(unpacked, spoiled, { recursive: true });
	const node = 'dist/nodes/WhatsAppMarkRead/WhatsAppMarkRead.node.js';
	await appendFile(join(spoiled, node), FORBIDDEN);
	const found = await scanTarball(scannerFolder, spoiled);
	return found.some((fault) => fault.includes('setTimeout'))
		? []
		: ['the scanner does not find a setTimeout: it checks nothing'];
}

async function loadScanner(folder: string): Promise<Scanner> {
	const module = join('node_modules', '@n8n', 'scan-community-package', 'scanner', 'scanner.mjs');
	return (await import(pathToFileURL(join(folder, module)).href)) as Scanner;
}

function faultsOf({ passed, message, details }: Scan): readonly string[] {
	// A scan of no files passes as well, and says so.
	if (passed && message === undefined) return [];
	return [[message, details].filter(Boolean).join('\n') || 'refused without a reason'];
}
