import { readdir, readFile } from 'node:fs/promises';
import { extname, join } from 'node:path';

/** A file of the page as it is served. */
export interface PageFile {
	readonly type: string;
	readonly content: Buffer;
}

const TYPES: Readonly<Record<string, string>> = {
	'.html': 'text/html; charset=utf-8',
	'.css': 'text/css; charset=utf-8',
	'.js': 'text/javascript; charset=utf-8',
};

/**
 * Nothing but the page's own files and its own server: no inline script or style, no frame around
 * it, no form that leaves it.
 */
export const PAGE_HEADERS: Readonly<Record<string, string>> = {
	'content-security-policy': [
		"default-src 'none'",
		"script-src 'self'",
		"style-src 'self'",
		"connect-src 'self'",
		"base-uri 'none'",
		"form-action 'none'",
		"frame-ancestors 'none'",
		"require-trusted-types-for 'script'",
	].join('; '),
	'cross-origin-opener-policy': 'same-origin',
	'cross-origin-resource-policy': 'same-origin',
	'referrer-policy': 'no-referrer',
	'x-content-type-options': 'nosniff',
	'cache-control': 'no-store',
};

/**
 * Reads the page's files once; nothing else of the disk can be asked for.
 *
 * @param folder where `index.html` and its styles and scripts lie
 * @returns the files by name
 */
export async function readPageFiles(folder: string): Promise<ReadonlyMap<string, PageFile>> {
	const names = await readdir(folder);
	const files = names.flatMap((name) => {
		const type = TYPES[extname(name)];
		return type === undefined ? [] : [{ name, type }];
	});
	return new Map(
		await Promise.all(
			files.map(async ({ name, type }): Promise<[string, PageFile]> => {
				return [name, { type, content: await readFile(join(folder, name)) }];
			}),
		),
	);
}
