import { existsSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { join, sep } from 'node:path';

import { StartFailure } from '../../failure.mts';
import { lastLines, runCommand } from '../../host/command.mts';

/** One table of n8n's database, with all its rows. */
export interface StoredTable {
	readonly name: string;
	readonly rows: ReadonlyArray<Readonly<Record<string, unknown>>>;
}

export interface StoredFile {
	/** Relative to n8n's folder. */
	readonly name: string;
	readonly text: string;
}

/** Everything n8n has stored. */
export interface StoredData {
	readonly tables: readonly StoredTable[];
	/** The bytes of the database's files, which also hold what was deleted, as Latin-1 text. */
	readonly bytes: string;
	/** The other files of n8n's folder: its event log, its settings, stored binary data. */
	readonly files: readonly StoredFile[];
}

/** What SQLite's files are called: the database and what is not yet moved into it. */
const DATABASE_FILES = ['database.sqlite', 'database.sqlite-wal'];

/** Where n8n installs community nodes: their code, nothing a run stores. */
const INSTALLED_NODES = 'nodes';

/**
 * Reads n8n's SQLite database, whether n8n runs or has ended.
 * @param root the project's folder
 * @param nodeBinary the Node.js that runs n8n
 * @param userFolder n8n's home
 * @throws StartFailure when the database cannot be read.
 */
export async function readDatabase(
	root: string,
	nodeBinary: string,
	userFolder: string,
): Promise<StoredData> {
	const folder = join(userFolder, '.n8n');
	const databaseFiles = DATABASE_FILES.map((name) => join(folder, name));
	const dump = join(root, 'test', 'e2e', 'secrets', 'database', 'dump.mjs');
	const { exitCode, stdout, output } = await runCommand(
		nodeBinary,
		['--no-warnings', dump, databaseFiles[0] ?? ''],
		{ cwd: root },
	);
	if (exitCode !== 0) {
		throw new StartFailure("n8n's database could not be read.", lastLines(output, 5));
	}
	const bytes = await Promise.all(
		databaseFiles
			.filter((file) => existsSync(file))
			.map(async (file) => await readFile(file, 'latin1')),
	);
	return {
		tables: JSON.parse(stdout) as readonly StoredTable[],
		bytes: bytes.join('\n'),
		files: await readOtherFiles(folder),
	};
}

async function readOtherFiles(folder: string): Promise<StoredFile[]> {
	const entries = await readdir(folder, { recursive: true, withFileTypes: true });
	const names = entries
		.filter((entry) => entry.isFile())
		.map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1))
		.filter((name) => name.split(sep)[0] !== INSTALLED_NODES && !name.startsWith('database.'));
	return await Promise.all(
		names.map(async (name) => ({ name, text: await readFile(join(folder, name), 'latin1') })),
	);
}
