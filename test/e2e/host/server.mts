import { join } from 'node:path';

import { startInBackground, type RunningProgram } from './background.mts';

/** The part of n8n a process plays, with what it prints once it does its work. */
const ROLES = {
	/** `/healthz` answers earlier than the webhooks do. */
	main: { name: 'n8n', command: 'start', ready: 'Editor is now accessible' },
	worker: { name: "n8n's worker", command: 'worker', ready: 'n8n worker is now ready' },
} as const;

export interface N8nStart {
	readonly nodeBinary: string;
	readonly hostFolder: string;
	readonly environment: NodeJS.ProcessEnv;
	readonly logFile: string;
	readonly url: string;
	/** Aborting while n8n starts stops it. */
	readonly signal: AbortSignal;
}

export interface RunningN8n extends RunningProgram {
	readonly url: string;
}

/**
 * Starts n8n as a child process and waits until its webhooks answer. Its output goes to the log
 * file.
 * @throws StartFailure with n8n's last lines when it ends or does not get ready.
 */
export async function startN8n(start: N8nStart): Promise<RunningN8n> {
	return { ...(await startAs('main', start, [])), url: start.url };
}

export interface WorkerStart extends Omit<N8nStart, 'url'> {
	/** How many executions it runs at the same time. */
	readonly concurrency: number;
}

/**
 * Starts a worker of an n8n in queue mode and waits until it takes executions.
 * @throws StartFailure with its last lines when it ends or does not get ready.
 */
export async function startWorker(start: WorkerStart): Promise<RunningProgram> {
	return await startAs('worker', start, [`--concurrency=${start.concurrency}`]);
}

async function startAs(
	role: keyof typeof ROLES,
	{ nodeBinary, hostFolder, environment, logFile, signal }: Omit<N8nStart, 'url'>,
	options: readonly string[],
): Promise<RunningProgram> {
	const { name, command, ready } = ROLES[role];
	const program = join(hostFolder, 'node_modules', 'n8n', 'bin', 'n8n');
	return await startInBackground({
		name,
		command: nodeBinary,
		args: [program, command, ...options],
		cwd: hostFolder,
		environment,
		logFile,
		ready,
		signal,
	});
}
