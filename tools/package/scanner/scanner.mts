import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

/** What the scanner says about a folder. */
export interface Scan {
	readonly passed: boolean;
	readonly message?: string;
	/** ESLint's list of violations. */
	readonly details?: string;
}

/** n8n's own scanner, `@n8n/scan-community-package`. */
export interface Scanner {
	/** The files of a source folder that n8n looks at. */
	readonly SOURCE_FILE_PATTERNS: readonly string[];
	analyzePackage(folder: string, filePatterns: readonly string[]): Promise<Scan>;
}

/** The files of a published package that n8n looks at; not exported by the scanner. */
export const TARBALL_FILE_PATTERNS: readonly string[] = ['**/*.js', 'package.json'];

/** @param folder where the scanner is installed */
export async function loadScanner(folder: string): Promise<Scanner> {
	const module = join('node_modules', '@n8n', 'scan-community-package', 'scanner', 'scanner.mjs');
	return (await import(pathToFileURL(join(folder, module)).href)) as Scanner;
}
