import { appendFile, cp } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

/** n8n's own scanner, `@n8n/scan-community-package`. */
interface Scanner {
	/** The files of a source folder that n8n looks at. */
	readonly SOURCE_FILE_PATTERNS: readonly string[];
	analyzePackage(
		folder: string,
		filePatterns: readonly string[],
	): Promise<{ passed: boolean; message?: string; details?: string }>;
}

/** The files of a published package that n8n looks at; not exported by the scanner. */
const PUBLISHED_FILE_PATTERNS = ['**/*.js', 'package.json'];

/**
 * Lets n8n's scanner judge a folder.
 * @param scannerFolder where the scanner is installed
 * @param what the folder holds: the source, or what would be published
 * @returns what is wrong
 */
export async function scan(
	scannerFolder: string,
	what: 'source' | 'tarball',
	folder: string,
): Promise<readonly string[]> {
	const module = 'node_modules/@n8n/scan-community-package/scanner/scanner.mjs';
	const scanner = (await import(pathToFileURL(join(scannerFolder, module)).href)) as Scanner;
	const patterns = what === 'source' ? scanner.SOURCE_FILE_PATTERNS : PUBLISHED_FILE_PATTERNS;
	const { passed, message, details } = await scanner.analyzePackage(folder, patterns);
	// A scan of no files passes as well, and says so.
	return passed && message === undefined ? [] : [`${message ?? 'refused'}\n${details ?? ''}`];
}

/**
 * Makes sure that the scanner would find something: in a copy of the tarball with a timer in it,
 * and an ESLint comment that asks to look away.
 */
export async function scanSpoiledCopy(
	scannerFolder: string,
	unpacked: string,
): Promise<readonly string[]> {
	const spoiled = `${unpacked}-spoiled`;
	const node = join(spoiled, 'dist/nodes/WhatsAppMarkRead/WhatsAppMarkRead.node.js');
	await cp(unpacked, spoiled, { recursive: true });
	await appendFile(node, '\n/* eslint-disable */\nsetTimeout(() => undefined, 1000);\n');
	const [fault = ''] = await scan(scannerFolder, 'tarball', spoiled);
	return fault.includes('setTimeout') ? [] : ['the scanner finds no setTimeout: it checks nothing'];
}
