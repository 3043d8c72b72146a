import { randomBytes } from 'node:crypto';
import { chown, mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';

import { StartFailure } from '../failure.mts';
import { startInBackground } from '../host/background.mts';
import { lastLines, runCommand, type CommandOptions, type SystemUser } from '../host/command.mts';
import { reservePort } from '../host/port.mts';
import type { StoredTable } from '../secrets/database/read.mts';
import type { Undo } from '../undo.mts';
import { findProgram } from './program.mts';

/** Where n8n finds its database. */
export interface PostgresAccess {
	readonly port: number;
	readonly database: string;
	readonly user: string;
	readonly password: string;
}

export interface RunningPostgres extends PostgresAccess {
	/** Every row of every table. */
	readTables(): Promise<readonly StoredTable[]>;
}

const USER = 'n8n';
/** Every new PostgreSQL has it. */
const DATABASE = 'postgres';

/** Loopback only, no socket file, and no care for a power cut: the data lives for one run. */
const SETTINGS = [
	['-c', 'listen_addresses=127.0.0.1'],
	['-c', 'unix_socket_directories='],
	['-c', 'fsync=off'],
	['-c', 'full_page_writes=off'],
	['-c', 'synchronous_commit=off'],
].flat();

/**
 * Starts an empty PostgreSQL of its own on 127.0.0.1.
 * @param folder a folder of this run alone, which every account may enter
 * @param undo receives what stops it
 * @throws StartFailure when it is not there or does not start.
 */
export async function startPostgres(
	folder: string,
	logFile: string,
	undo: Undo,
	signal: AbortSignal,
): Promise<RunningPostgres> {
	const command = findProgram('postgres', 'postgresql');
	const port = await reservePort(0, { name: 'PostgreSQL', option: '--port' });
	const password = randomBytes(16).toString('hex');
	const user = await unprivilegedUser();
	const home = join(folder, 'postgres');
	const passwordFile = join(home, 'password');
	await mkdir(home);
	await writeFile(passwordFile, password, { mode: 0o600 });
	if (user !== undefined) {
		for (const path of [home, passwordFile]) await chown(path, user.uid, user.gid);
	}

	const data = join(home, 'data');
	await run(join(dirname(command), 'initdb'), {
		args: [
			`--pgdata=${data}`,
			`--username=${USER}`,
			`--pwfile=${passwordFile}`,
			'--auth=scram-sha-256',
			'--encoding=UTF8',
			'--locale=C',
			'--no-sync',
		],
		options: { cwd: home, signal, ...(user && { user }) },
	});
	const postgres = await startInBackground({
		name: 'PostgreSQL',
		command,
		args: ['-D', data, ...SETTINGS, '-c', `port=${port}`],
		cwd: home,
		environment: process.env,
		logFile,
		ready: 'database system is ready to accept connections',
		signal,
		// "Fast": does not wait until every client has gone.
		stopSignal: 'SIGINT',
		...(user && { user }),
	});
	undo.add(async () => await postgres.stop());

	const query = async (sql: string): Promise<string> =>
		await run(join(dirname(command), 'psql'), {
			args: [
				'--host=127.0.0.1',
				`--port=${port}`,
				`--username=${USER}`,
				'-At',
				'-c',
				sql,
				DATABASE,
			],
			options: { cwd: folder, env: { ...process.env, PGPASSWORD: password } },
		});
	return {
		port,
		database: DATABASE,
		user: USER,
		password,
		readTables: async () => {
			const names = await query("SELECT tablename FROM pg_tables WHERE schemaname = 'public'");
			const tables = names.trim().split('\n').map(rowsOf).join(' UNION ALL ');
			return JSON.parse(
				await query(`SELECT json_agg(part) FROM (${tables}) parts`),
			) as StoredTable[];
		},
	};
}

function rowsOf(table: string): string {
	const rows = `SELECT coalesce(json_agg(entry), '[]') FROM "${table}" entry`;
	return `SELECT json_build_object('name', '${table}', 'rows', (${rows})) AS part`;
}

/**
 * The account for a program that refuses to run as root: PostgreSQL's own where there is one, else
 * the account with no rights.
 * @returns undefined when this process does not run as root itself: its own account will do
 */
async function unprivilegedUser(): Promise<SystemUser | undefined> {
	if (process.getuid?.() !== 0) return undefined;
	const accounts = (await readFile('/etc/passwd', 'utf8'))
		.split('\n')
		.map((line) => line.split(':'));
	const account = ['postgres', 'nobody']
		.map((wanted) => accounts.find(([name]) => name === wanted))
		.find((found) => found !== undefined);
	return account && { uid: Number(account[2]), gid: Number(account[3]) };
}

async function run(
	command: string,
	{ args, options }: { readonly args: readonly string[]; readonly options: CommandOptions },
): Promise<string> {
	const { exitCode, stdout, output } = await runCommand(command, args, options);
	if (exitCode === 0) return stdout;
	throw new StartFailure(`${command} failed.`, lastLines(output, 10));
}
