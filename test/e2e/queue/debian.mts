import { existsSync } from 'node:fs';
import { mkdir, readdir } from 'node:fs/promises';
import { delimiter, join } from 'node:path';

import { StartFailure } from '../failure.mts';
import { lastLines, runCommand } from '../host/command.mts';
import { step } from '../progress.mts';

/** A program of a Debian package. */
export interface DebianProgram {
	/** As in "Redis". */
	readonly name: string;
	/** The program's file name. */
	readonly command: string;
	/** The package that brings it. */
	readonly package: string;
}

/** A program to be run as it lies there. */
export interface FoundProgram {
	/** The folder it lies in; its companions lie beside it. */
	readonly folder: string;
	readonly path: string;
	/** What its environment needs besides the usual: where its libraries are. */
	readonly environment: Readonly<Record<string, string>>;
}

/**
 * Finds a program on this machine. Where it is missing and apt-get is there, its package and what
 * that needs are downloaded and unpacked into a folder of their own: nothing is installed, no
 * service is started, and root is not needed.
 * @param unpackFolder where to unpack to; what is there already is used again
 * @throws StartFailure naming the command that installs the program.
 */
export async function provideProgram(
	program: DebianProgram,
	unpackFolder: string,
	signal: AbortSignal,
): Promise<FoundProgram> {
	const installed = await find(program.command, await installedFolders());
	if (installed !== undefined) return { ...installed, environment: {} };
	const there = await findUnpacked(program.command, unpackFolder);
	if (there !== undefined) return there;

	await step(`Downloading ${program.name} (first time only)`, async () => {
		await download(program, unpackFolder, signal);
	});
	const downloaded = await findUnpacked(program.command, unpackFolder);
	if (downloaded !== undefined) return downloaded;
	throw missing(program, `The package ${program.package} holds no ${program.command}.`);
}

type Location = Pick<FoundProgram, 'folder' | 'path'>;

async function find(command: string, folders: readonly string[]): Promise<Location | undefined> {
	const folder = folders.find((candidate) => existsSync(join(candidate, command)));
	return folder === undefined ? undefined : { folder, path: join(folder, command) };
}

async function installedFolders(): Promise<string[]> {
	const search = (process.env.PATH ?? '').split(delimiter).filter(Boolean);
	return [...(await postgresFolders('/')), ...search];
}

/** Debian keeps PostgreSQL's programs out of the search path, in a folder for each version. */
async function postgresFolders(root: string): Promise<string[]> {
	const folder = join(root, 'usr', 'lib', 'postgresql');
	if (!existsSync(folder)) return [];
	const versions = (await readdir(folder)).sort((one, other) => Number(other) - Number(one));
	return versions.map((version) => join(folder, version, 'bin'));
}

async function findUnpacked(command: string, root: string): Promise<FoundProgram | undefined> {
	const folders = [...(await postgresFolders(root)), join(root, 'usr', 'bin')];
	const location = await find(command, folders);
	if (location === undefined) return undefined;
	const libraries = join(root, 'usr', 'lib');
	const perMachine = existsSync(libraries)
		? (await readdir(libraries)).filter((name) => name.includes('-linux-'))
		: [];
	const searched = perMachine.map((name) => join(libraries, name)).join(delimiter);
	return { ...location, environment: { LD_LIBRARY_PATH: searched } };
}

async function download(
	program: DebianProgram,
	unpackFolder: string,
	signal: AbortSignal,
): Promise<void> {
	const debFolder = join(unpackFolder, 'packages');
	await mkdir(debFolder, { recursive: true });
	const run = async (command: string, args: readonly string[]) =>
		await runTool(program, command, args, debFolder, signal);

	const simulated = await run('apt-get', [
		'install',
		'--simulate',
		'--no-install-recommends',
		program.package,
	]);
	const names = packagesToInstall(simulated);
	await run('apt-get', ['download', ...(names.length > 0 ? names : [program.package])]);
	for (const file of await readdir(debFolder)) {
		await run('dpkg-deb', ['--extract', join(debFolder, file), unpackFolder]);
	}
}

/** Reads the packages out of what `apt-get install --simulate` prints. */
export function packagesToInstall(simulation: string): string[] {
	return [...simulation.matchAll(/^Inst (\S+)/gm)].map(([, name]) => name ?? '');
}

async function runTool(
	program: DebianProgram,
	command: string,
	args: readonly string[],
	cwd: string,
	signal: AbortSignal,
): Promise<string> {
	const result = await runCommand(command, args, { cwd, signal }).catch((error: unknown) => {
		signal.throwIfAborted();
		throw missing(program, error instanceof Error ? error.message : String(error));
	});
	if (result.exitCode === 0) return result.stdout;
	throw missing(program, lastLines(result.output, 8));
}

function missing(program: DebianProgram, reason: string): StartFailure {
	return new StartFailure(
		`${program.name} is needed for queue mode and is not installed: there is no ${program.command}.`,
		`Install it (Debian/Ubuntu: apt-get update && apt-get install ${program.package}) and start again.\n${reason}`,
	);
}
