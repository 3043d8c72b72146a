import { randomBytes } from 'node:crypto';
import { chown, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { StartFailure } from '../failure.mts';
import { startInBackground } from '../host/background.mts';
import { lastLines, runCommand } from '../host/command.mts';
import { reservePort } from '../host/port.mts';
import { unprivilegedUser } from '../host/system-user.mts';
import type { Undo } from '../undo.mts';
import { provideProgram, type DebianProgram, type FoundProgram } from './debian.mts';
import type { ServicePlace } from './place.mts';

const POSTGRES: DebianProgram = {
	name: 'PostgreSQL',
	command: 'postgres',
	package: 'postgresql',
};

/** Where n8n finds its database. */
export interface PostgresAccess {
	readonly port: number;
	readonly database: string;
	readonly user: string;
	readonly password: string;
}

export interface RunningPostgres extends PostgresAccess {
	/** Everything it holds, as text. */
	dump(): Promise<string>;
}

const USER = 'n8n';
/** Every new PostgreSQL has it. */
const DATABASE = 'postgres';

/**
 * Starts an empty PostgreSQL of its own on 127.0.0.1.
 * @param undo receives what stops it and removes its data
 * @throws StartFailure when it is not there or does not start.
 */
export async function startPostgres(
	place: ServicePlace,
	undo: Undo,
	signal: AbortSignal,
): Promise<RunningPostgres> {
	const program = await provideProgram(POSTGRES, place.unpackFolder, signal);
	const port = await reservePort(0, { name: POSTGRES.name, option: '--port' });
	const password = randomBytes(16).toString('hex');
	const environment = { ...process.env, ...program.environment };
	// PostgreSQL refuses to run as root, so that its folder belongs to another account then.
	const user = unprivilegedUser();
	const folder = await mkdtemp(join(tmpdir(), 'whatsapp-mark-read-postgres-'));
	undo.add(async () => await rm(folder, { recursive: true, force: true, maxRetries: 3 }));
	if (user !== undefined) await chown(folder, user.uid, user.gid);

	const dataFolder = join(folder, 'data');
	const passwordFile = join(folder, 'password');
	await writeFile(passwordFile, password, { mode: 0o600 });
	if (user !== undefined) await chown(passwordFile, user.uid, user.gid);
	const created = await runCommand(
		join(program.folder, 'initdb'),
		[
			`--pgdata=${dataFolder}`,
			`--username=${USER}`,
			`--pwfile=${passwordFile}`,
			'--auth=scram-sha-256',
			'--encoding=UTF8',
			'--locale=C',
			'--no-sync',
		],
		{ cwd: folder, env: environment, signal, ...(user && { user }) },
	);
	if (created.exitCode !== 0) {
		throw new StartFailure(
			'The PostgreSQL for queue mode could not be set up.',
			lastLines(created.output, 10),
		);
	}

	const postgres = await startInBackground({
		name: POSTGRES.name,
		command: program.path,
		args: ['-D', dataFolder, ...SETTINGS, '-c', `port=${port}`],
		cwd: folder,
		environment,
		logFile: `${place.logBase}-postgres.log`,
		ready: 'database system is ready to accept connections',
		signal,
		// "Fast": does not wait until every client has gone.
		stopSignal: 'SIGINT',
		...(user && { user }),
	});
	undo.add(async () => await postgres.stop());
	return {
		port,
		database: DATABASE,
		user: USER,
		password,
		dump: async () => await dump(program, { port, password }),
	};
}

/** Loopback only, no socket file, and no care for a power cut: the data lives for one run. */
const SETTINGS = [
	['-c', 'listen_addresses=127.0.0.1'],
	['-c', 'unix_socket_directories='],
	['-c', 'fsync=off'],
	['-c', 'full_page_writes=off'],
	['-c', 'synchronous_commit=off'],
].flat();

async function dump(
	program: FoundProgram,
	{ port, password }: Pick<PostgresAccess, 'port' | 'password'>,
): Promise<string> {
	const dumped = await runCommand(
		join(program.folder, 'pg_dump'),
		['--host=127.0.0.1', `--port=${port}`, `--username=${USER}`, DATABASE],
		{ cwd: tmpdir(), env: { ...process.env, ...program.environment, PGPASSWORD: password } },
	);
	if (dumped.exitCode === 0) return dumped.stdout;
	throw new Error(`pg_dump failed: ${lastLines(dumped.output, 5)}`);
}
