import { spawn, type ChildProcess } from 'node:child_process';
import { createWriteStream } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { dirname } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';

import { StartFailure } from '../failure.mts';
import { lastLines, type SystemUser } from './command.mts';

const SECONDS_TO_START = 180;
const SECONDS_TO_STOP = 20;

/** A program to be run in the background. */
export interface BackgroundProgram {
	/** As in "n8n" or "Redis". */
	readonly name: string;
	readonly command: string;
	readonly args: readonly string[];
	readonly cwd: string;
	readonly environment: NodeJS.ProcessEnv;
	readonly logFile: string;
	/** What it prints once it does its work. */
	readonly ready: string;
	/** Aborting while the program starts stops it. */
	readonly signal: AbortSignal;
	/** Asks it to end; SIGTERM when nothing is said. */
	readonly stopSignal?: NodeJS.Signals;
	/** What it reads from its standard input. */
	readonly input?: string;
	/** The account to run as; without it this one. */
	readonly user?: SystemUser;
}

export interface RunningProgram {
	/** Its process id. */
	readonly pid: number;
	/** Everything it has printed so far. */
	output(): string;
	/** Stops it and its own children, and returns when they are gone. */
	stop(): Promise<void>;
	/** Ends it and its children the hard way (SIGKILL), as a crash or a full memory would. */
	kill(): Promise<void>;
	/** Settles when it has ended, by itself or stopped. */
	readonly ended: Promise<void>;
}

/**
 * Starts a program as a child process and waits until it is ready. Its output goes to the log file.
 * @throws StartFailure with its last lines when it ends or does not get ready.
 */
export async function startInBackground(program: BackgroundProgram): Promise<RunningProgram> {
	await mkdir(dirname(program.logFile), { recursive: true });
	const log = createWriteStream(program.logFile);
	const child = spawn(program.command, [...program.args], {
		cwd: program.cwd,
		env: program.environment,
		// A group of its own: Ctrl-C reaches it once, through stop(), and its children with it.
		detached: process.platform !== 'win32',
		stdio: ['pipe', 'pipe', 'pipe'],
		...program.user,
	});
	let output = '';
	const remember = (text: string): void => {
		output += text;
		log.write(text);
	};
	child.stdout.setEncoding('utf8').on('data', remember);
	child.stderr.setEncoding('utf8').on('data', remember);
	// A program that ends before it has read its input breaks the pipe: its exit tells.
	child.stdin.on('error', () => {});
	child.stdin.end(program.input ?? '');

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
	const running: RunningProgram = {
		pid: child.pid ?? 0,
		output: () => output,
		stop: async () => await stopProcess(child, program.stopSignal ?? 'SIGTERM', ended),
		kill: async () => {
			killGroup(child);
			await ended;
		},
		ended,
	};
	await untilReady(running, child, program);
	return running;
}

async function untilReady(
	running: RunningProgram,
	child: ChildProcess,
	program: BackgroundProgram,
): Promise<void> {
	const giveUpAt = Date.now() + SECONDS_TO_START * 1000;
	while (!running.output().includes(program.ready)) {
		if (program.signal.aborted) {
			await running.stop();
			program.signal.throwIfAborted();
		}
		if (hasEnded(child)) {
			throw notReady(`${program.name} ended while it was starting`, running, program);
		}
		if (Date.now() > giveUpAt) {
			await running.stop();
			throw notReady(`${program.name} was not ready after ${SECONDS_TO_START} s`, running, program);
		}
		await wait(100);
	}
}

function notReady(what: string, running: RunningProgram, { logFile }: BackgroundProgram) {
	const end = lastLines(running.output(), 15);
	return new StartFailure(`${what}.`, `Its log is ${logFile}. The last lines:\n${end}`);
}

async function stopProcess(
	child: ChildProcess,
	stopSignal: NodeJS.Signals,
	ended: Promise<void>,
): Promise<void> {
	if (!hasEnded(child)) child.kill(stopSignal);
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

/** Ends whatever is left of the program and of the processes it started. */
function killGroup(child: ChildProcess): void {
	if (child.pid === undefined) return;
	try {
		if (process.platform === 'win32') child.kill('SIGKILL');
		else process.kill(-child.pid, 'SIGKILL');
	} catch {
		// Nothing is left to end.
	}
}
