import { spawn, type ChildProcess } from 'node:child_process';
import { createWriteStream } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';

import { StartFailure } from '../failure.mts';
import { lastLines } from './command.mts';

/** What n8n prints once its webhooks answer; `/healthz` answers earlier than they do. */
const READY = 'Editor is now accessible';
const SECONDS_TO_START = 180;
const SECONDS_TO_STOP = 20;

export interface N8nStart {
	readonly nodeBinary: string;
	readonly hostFolder: string;
	readonly environment: NodeJS.ProcessEnv;
	readonly logFile: string;
	readonly url: string;
	/** Aborting while n8n starts stops it. */
	readonly signal: AbortSignal;
}

export interface RunningN8n {
	readonly url: string;
	/** n8n's process id. */
	readonly pid: number;
	/** Everything n8n has printed so far. */
	output(): string;
	/** Stops n8n and its own children, and returns when they are gone. */
	stop(): Promise<void>;
	/** Settles when n8n has ended, by itself or stopped. */
	readonly ended: Promise<void>;
}

/**
 * Starts n8n as a child process and waits until its webhooks answer. Its output goes to the log
 * file.
 * @throws StartFailure with n8n's last lines when it ends or does not get ready.
 */
export async function startN8n(start: N8nStart): Promise<RunningN8n> {
	await mkdir(dirname(start.logFile), { recursive: true });
	const log = createWriteStream(start.logFile);
	const program = join(start.hostFolder, 'node_modules', 'n8n', 'bin', 'n8n');
	const child = spawn(start.nodeBinary, [program, 'start'], {
		cwd: start.hostFolder,
		env: start.environment,
		// A group of its own: Ctrl-C reaches n8n once, through stop(), and its children with it.
		detached: process.platform !== 'win32',
		stdio: ['ignore', 'pipe', 'pipe'],
	});
	let output = '';
	const remember = (text: string): void => {
		output += text;
		log.write(text);
	};
	child.stdout.setEncoding('utf8').on('data', remember);
	child.stderr.setEncoding('utf8').on('data', remember);

	const killAtExit = (): void => killGroup(child);
	process.once('exit', killAtExit);
	const ended = new Promise<void>((resolve) => {
		child.once('error', (error) => {
			remember(`${error.message}\n`);
			resolve();
		});
		child.once('close', () => resolve());
	}).finally(() => {
		killGroup(child);
		process.removeListener('exit', killAtExit);
		log.end();
	});
	const n8n: RunningN8n = {
		url: start.url,
		pid: child.pid ?? 0,
		output: () => output,
		stop: async () => await stopProcess(child, ended),
		ended,
	};
	await untilReady(n8n, child, start);
	return n8n;
}

async function untilReady(n8n: RunningN8n, child: ChildProcess, start: N8nStart): Promise<void> {
	const giveUpAt = Date.now() + SECONDS_TO_START * 1000;
	while (!n8n.output().includes(READY)) {
		if (start.signal.aborted) {
			await n8n.stop();
			start.signal.throwIfAborted();
		}
		if (hasEnded(child)) throw notReady('n8n ended while it was starting', n8n, start);
		if (Date.now() > giveUpAt) {
			await n8n.stop();
			throw notReady(`n8n was not ready after ${SECONDS_TO_START} s`, n8n, start);
		}
		await wait(100);
	}
}

function notReady(what: string, n8n: RunningN8n, start: N8nStart): StartFailure {
	const end = lastLines(n8n.output(), 15);
	return new StartFailure(`${what}.`, `Its log is ${start.logFile}. The last lines:\n${end}`);
}

async function stopProcess(child: ChildProcess, ended: Promise<void>): Promise<void> {
	if (!hasEnded(child)) child.kill('SIGTERM');
	const inTime = await Promise.race([
		ended.then(() => true),
		wait(SECONDS_TO_STOP * 1000, false, { ref: false }),
	]);
	if (!inTime) killGroup(child);
	await ended;
}

function hasEnded(child: ChildProcess): boolean {
	return child.pid === undefined || child.exitCode !== null || child.signalCode !== null;
}

/** Ends whatever is left of n8n and of the task runner it started. */
function killGroup(child: ChildProcess): void {
	if (child.pid === undefined) return;
	try {
		if (process.platform === 'win32') child.kill('SIGKILL');
		else process.kill(-child.pid, 'SIGKILL');
	} catch {
		// Nothing is left to end.
	}
}
