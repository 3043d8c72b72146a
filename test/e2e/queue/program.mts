import { existsSync, readdirSync } from 'node:fs';
import { delimiter, join } from 'node:path';

import { StartFailure } from '../failure.mts';

/** Debian keeps PostgreSQL's programs out of the search path, in a folder for each version. */
const POSTGRES_FOLDER = '/usr/lib/postgresql';

/**
 * Finds a program on this machine.
 * @param command the program's file name
 * @param debianPackage the package that brings it
 * @returns its path
 * @throws StartFailure naming the command that installs it.
 */
export function findProgram(command: string, debianPackage: string): string {
	const versions = existsSync(POSTGRES_FOLDER) ? readdirSync(POSTGRES_FOLDER) : [];
	const newestFirst = versions.sort((one, other) => Number(other) - Number(one));
	const folders = [
		...newestFirst.map((version) => join(POSTGRES_FOLDER, version, 'bin')),
		...(process.env.PATH ?? '').split(delimiter),
	];
	const found = folders.map((folder) => join(folder, command)).find((path) => existsSync(path));
	if (found !== undefined) return found;
	throw new StartFailure(
		`Queue mode needs ${command}, which is not installed.`,
		`Install it, on Debian and Ubuntu with: apt-get install ${debianPackage}`,
	);
}
