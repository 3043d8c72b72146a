import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * Leaves one place of a provider out while something is looked for: a file or folder of its own is not there, a file
 * that is changed for it is as it was.
 *
 * @param project where the changed files are as they were
 * @param path from the project's folder
 * @returns what is found meanwhile
 */
export function without<Found>(
	path: string,
	project: string,
	copy: string,
	find: () => Found,
): Found {
	const file = join(copy, path);
	const aside = join(copy, 'leftOut');
	renameSync(file, aside);
	if (existsSync(join(project, path))) writeFileSync(file, readFileSync(join(project, path)));
	try {
		return find();
	} finally {
		if (existsSync(join(project, path))) writeFileSync(file, '');
		renameSync(aside, file);
	}
}
