import { randomBytes } from 'node:crypto';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';

import type { RunningProgram } from '../host/background.mts';
import { chooseNode, nodeChoices } from '../host/node-runtime.mts';
import { reservePort } from '../host/port.mts';
import { startN8n, startWorker } from '../host/server.mts';
import { n8nEnvironment } from '../host/settings.mts';
import { installIntoN8n } from '../package/install.mts';
import { hostPaths, PACKAGE_NAME, userFolderIn } from '../paths.mts';
import { step } from '../progress.mts';
import { startPostgres } from '../queue/postgres.mts';
import { startRedis } from '../queue/redis.mts';
import { queueEnvironment, workerEnvironment } from '../queue/settings.mts';
import type { Undo } from '../undo.mts';
import { readSqlite } from './sqlite.mts';
import { setupKey, setupName, type Setup } from './setup.mts';

const WORKERS = 2;
const WORKER_CONCURRENCY = 10;

/** A process of n8n. */
export interface N8nProcess {
	/** As in "main" or "worker 1". */
	readonly name: string;
	readonly program: RunningProgram;
}

/** A running n8n with the packed node in it: one process, or a main instance with its workers. */
export interface Installation {
	/** Without a trailing slash. */
	readonly url: string;
	/** Those that take executions; empty in regular mode. */
	readonly workers: readonly N8nProcess[];
	/** Every process there is or was. */
	readonly processes: readonly N8nProcess[];
	/** Starts a new worker in place of the first one, which has been killed. */
	replaceKilledWorker(): Promise<void>;
	/** Everything in n8n's database, as text. */
	readDatabase(): Promise<string>;
}

/** What every installation of one run has in common. */
export interface Ingredients {
	/** The project's folder. */
	readonly root: string;
	/** The packed node. */
	readonly tarball: string;
	readonly undo: Undo;
	readonly signal: AbortSignal;
}

/**
 * Starts an n8n that knows nothing yet, with the node installed in each of its processes.
 * @throws StartFailure saying what is missing and what to do.
 */
export async function startInstallation(
	setup: Setup,
	ingredients: Ingredients,
): Promise<Installation> {
	return setup.mode === 'queue'
		? await startCluster(setup, ingredients)
		: await startSingle(setup, ingredients);
}

async function startSingle(setup: Setup, ingredients: Ingredients): Promise<Installation> {
	const home = await prepareHome(setup, 'main', ingredients);
	const { url, main } = await startMain(setup, home, {}, ingredients);
	return {
		url,
		workers: [],
		processes: [main],
		replaceKilledWorker: async () => {},
		readDatabase: async () => await readSqlite(home.userFolder),
	};
}

async function startCluster(setup: Setup, ingredients: Ingredients): Promise<Installation> {
	const { root, undo, signal } = ingredients;
	const folder = join(root, '.cache', `services-${setupKey(setup)}-${process.pid}`);
	undo.add(async () => await rm(folder, { recursive: true, force: true }));
	const place = {
		folder,
		unpackFolder: join(root, '.cache', 'debian'),
		logBase: join(root, '.cache', `matrix-${setupKey(setup)}`),
	};
	const redis = await step('Starting Redis', async () => await startRedis(place, undo, signal));
	const postgres = await step(
		'Starting PostgreSQL',
		async () => await startPostgres(place, undo, signal),
	);
	const shared = queueEnvironment({
		redis,
		postgres,
		encryptionKey: randomBytes(24).toString('hex'),
	});
	const home = await prepareHome(setup, 'main', ingredients);
	const { url, main } = await startMain(setup, home, shared, ingredients);
	const processes: N8nProcess[] = [main];
	const workers: N8nProcess[] = [];
	const addWorker = async (): Promise<void> => {
		const worker = await startOneWorker(setup, processes.length, shared, ingredients);
		processes.push(worker);
		workers.push(worker);
	};
	while (workers.length < WORKERS) await addWorker();
	return {
		url,
		workers,
		processes,
		replaceKilledWorker: async () => {
			workers.shift();
			await addWorker();
		},
		readDatabase: async () => await postgres.dump(),
	};
}

/** The home of one process: on machines of their own each has one, with the node installed. */
interface Home {
	readonly userFolder: string;
	readonly logFile: string;
}

async function prepareHome(
	setup: Setup,
	name: string,
	{ root, tarball, undo, signal }: Ingredients,
): Promise<Home> {
	const key = `${setupKey(setup)}-${name}`;
	const { hostFolder } = hostPaths(root, setup.host);
	const userFolder = userFolderIn(hostFolder, `matrix-${key}-${process.pid}`);
	undo.add(async () => await rm(userFolder, { recursive: true, force: true, maxRetries: 3 }));
	await step(`Installing the packed node into n8n (${name})`, async () => {
		await installIntoN8n(tarball, PACKAGE_NAME, userFolder, signal);
	});
	return { userFolder, logFile: join(root, '.cache', `n8n-matrix-${key}.log`) };
}

type Settings = Readonly<Record<string, string>>;

async function startMain(
	setup: Setup,
	home: Home,
	settings: Settings,
	ingredients: Ingredients,
): Promise<{ url: string; main: N8nProcess }> {
	const port = await reservePort(0, { name: 'n8n', option: '--port' });
	const url = `http://127.0.0.1:${port}`;
	const start = { ...(await processStart(setup, home, settings, port, ingredients)), url };
	const program = await step(`Starting ${setupName(setup)}`, async () => await startN8n(start));
	ingredients.undo.add(async () => await program.stop());
	return { url, main: { name: 'main', program } };
}

async function startOneWorker(
	setup: Setup,
	number: number,
	settings: Settings,
	ingredients: Ingredients,
): Promise<N8nProcess> {
	const home = await prepareHome(setup, `worker-${number}`, ingredients);
	const port = await reservePort(0, { name: "n8n's worker", option: '--port' });
	const own = { ...settings, ...workerEnvironment(port) };
	const start = await processStart(setup, home, own, port, ingredients);
	const program = await step(
		`Starting worker ${number}`,
		async () => await startWorker({ ...start, concurrency: WORKER_CONCURRENCY }),
	);
	ingredients.undo.add(async () => await program.stop());
	return { name: `worker ${number}`, program };
}

async function processStart(
	{ host }: Setup,
	{ userFolder, logFile }: Home,
	settings: Settings,
	port: number,
	{ root, signal }: Ingredients,
) {
	const { hostFolder } = hostPaths(root, host);
	const brokerPort = await reservePort(0, { name: "n8n's task runner", option: '--port' });
	return {
		nodeBinary: chooseNode(nodeChoices(hostFolder)),
		hostFolder,
		environment: {
			...n8nEnvironment({ port, brokerPort, userFolder }, process.env, host),
			...settings,
		},
		logFile,
		signal,
	};
}
