import { rm } from 'node:fs/promises';

import type { RunningProgram } from './host/background.mts';
import { chooseNode } from './host/node-runtime.mts';
import { reservePort } from './host/port.mts';
import { provideHost } from './host/install.mts';
import { startN8n, startWorker, type RunningN8n } from './host/server.mts';
import { n8nEnvironment } from './host/settings.mts';
import { N8N_2, type HostVersion } from './host/versions.mts';
import { buildPackage, installIntoN8n, packPackage } from './package.mts';
import { PACKAGE_NAME, projectPaths } from './paths.mts';
import { step } from './progress.mts';
import type { Undo } from './undo.mts';

const WORKER_CONCURRENCY = 10;

export interface N8nWish {
	/** A port that is free. */
	readonly port: number;
	/** Names the log file. `stay`: n8n's home stays for somebody to look at. */
	readonly purpose: string;
	/** Install n8n anew even when it is already there. */
	readonly fresh: boolean;
	readonly host?: HostVersion;
	/** The packed node; without it the node is built and packed. */
	readonly tarball?: string | undefined;
}

/** Environment variables besides the usual ones. */
export type Settings = Readonly<Record<string, string>>;

export interface WorkerOfN8n {
	/** n8n's home of this process. */
	readonly userFolder: string;
	readonly program: RunningProgram;
}

/** A real n8n with the packed node installed in it, not running yet. */
export interface N8nWithNode {
	readonly nodeBinary: string;
	/** n8n's home. */
	readonly userFolder: string;
	/** Starts it. It may be started again after it has ended: its database and workflows stay. */
	start(settings?: Settings): Promise<RunningN8n>;
	/** Starts a worker in a home of its own, as on a machine of its own, with the node in it. */
	startWorker(name: string, settings: Settings): Promise<WorkerOfN8n>;
}

/**
 * Provides n8n, builds and packs the node and installs it into an n8n that knows nothing yet.
 * @param root the project's folder
 * @param undo receives what removes the n8n's home, unless it stays up for somebody to look at
 * @throws StartFailure saying what is missing and what to do.
 */
export async function provideN8nWithNode(
	root: string,
	{ port, purpose, fresh, host = N8N_2, tarball }: N8nWish,
	undo: Undo,
	signal: AbortSignal,
): Promise<N8nWithNode> {
	const paths = projectPaths(root, { n8nPort: port, purpose, host });
	const { userFolder, hostFolder, packFolder, logFile } = paths;

	await provideHost(paths, fresh ? 'renew' : 'keep', signal, host);
	const nodeBinary = chooseNode(hostFolder);
	const packed = tarball ?? (await buildAndPack(root, packFolder, signal));

	const removeAtEnd = (folder: string): void => {
		if (purpose === 'stay') return;
		undo.add(async () => await rm(folder, { recursive: true, force: true, maxRetries: 3 }));
	};
	const install = async (home: string): Promise<void> => {
		await rm(home, { recursive: true, force: true, maxRetries: 3 });
		removeAtEnd(home);
		await installIntoN8n(packed, PACKAGE_NAME, home, signal);
	};
	if (tarball === undefined) removeAtEnd(packFolder);
	await step('Installing the packed node into n8n', async () => await install(userFolder));

	const processOf = async (home: string, ownPort: number, settings: Settings) => ({
		nodeBinary,
		hostFolder,
		environment: {
			...n8nEnvironment(
				{ port: ownPort, brokerPort: await freePort("n8n's task runner"), userFolder: home },
				process.env,
				host,
			),
			...settings,
		},
		signal,
	});
	return {
		nodeBinary,
		userFolder,
		start: async (settings = {}) =>
			await startN8n({
				...(await processOf(userFolder, port, settings)),
				logFile,
				url: `http://127.0.0.1:${port}`,
			}),
		startWorker: async (name, settings) => {
			const home = `${userFolder}-${name}`;
			await install(home);
			const healthPort = await freePort("n8n's worker");
			const program = await startWorker({
				...(await processOf(home, healthPort, {
					...settings,
					QUEUE_HEALTH_CHECK_ACTIVE: 'true',
					QUEUE_HEALTH_CHECK_PORT: String(healthPort),
					N8N_WORKER_SERVER_ADDRESS: '127.0.0.1',
				})),
				logFile: logFile.replace(/\.log$/, `-${name}.log`),
				concurrency: WORKER_CONCURRENCY,
			});
			return { userFolder: home, program };
		},
	};
}

/**
 * Builds the node and packs it as it would be published.
 * @returns the path of the tarball
 * @throws StartFailure with the end of the output of what failed.
 */
export async function buildAndPack(
	root: string,
	packFolder: string,
	signal: AbortSignal,
): Promise<string> {
	await step('Building the node', async () => await buildPackage(root, signal));
	return await step('Packing it', async () => await packPackage(root, packFolder, signal));
}

async function freePort(name: string): Promise<number> {
	return await reservePort(0, { name, option: '--port' });
}
