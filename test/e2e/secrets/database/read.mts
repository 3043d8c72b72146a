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

/** A process of n8n that keeps its data in SQLite, or has it in another database. */
export interface StoringN8n {
	/** The Node.js that runs n8n. */
	readonly nodeBinary: string;
	/** The homes of all its processes, the main instance's first. */
	readonly userFolders: readonly string[];
	/** Reads the other database; without it n8n has SQLite. */
	readTables?(): Promise<readonly StoredTable[]>;
}

/**
 * Reads everything n8n has stored, whether n8n runs or has ended.
 * @throws StartFailure when the database cannot be read.
 */
export async function readStoredData(n8n: StoringN8n): Promise<StoredData> {
	const folders = n8n.userFolders.map((folder) => join(folder, '.n8n'));
	const files = (await Promise.all(folders.map(readOtherFiles))).flat();
	if (n8n.readTables !== undefined) {
		const tables = await n8n.readTables();
		return { tables, bytes: JSON.stringify(tables), files };
	}
	const databaseFiles = DATABASE_FILES.map((name) => join(folders[0] ?? '', name));
	const bytes = await Promise.all(
		databaseFiles
			.filter((file) => existsSync(file))
			.map(async (file) => await readFile(file, 'latin1')),
	);
	const tables = await readSqlite(n8n.nodeBinary, databaseFiles[0] ?? '');
	return { tables, bytes: bytes.join('\n'), files };
}

async function readSqlite(nodeBinary: string, file: string): Promise<readonly StoredTable[]> {
	const dump = join(import.meta.dirname, 'dump.mjs');
	const { exitCode, stdout, output } = await runCommand(nodeBinary, ['--no-warnings', dump, file], {
		cwd: import.meta.dirname,
	});
	if (exitCode === 0) return JSON.parse(stdout) as readonly StoredTable[];
	throw new StartFailure("n8n's database could not be read.", lastLines(output, 5));
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
