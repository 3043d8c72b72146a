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
	const { name, logFile, signal } = program;
	await mkdir(dirname(logFile), { recursive: true });
	const log = createWriteStream(logFile);
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

	const kill = (): void => killGroup(child);
	process.once('exit', kill);
	const hasEnded = (): boolean =>
		child.pid === undefined || child.exitCode !== null || child.signalCode !== null;
	const ended = new Promise<void>((resolve) => {
		child.once('error', ({ message }) => {
			remember(`${message}\n`);
			resolve();
		});
		child.once('close', () => resolve());
	}).finally(() => {
		kill();
		process.removeListener('exit', kill);
		log.end();
	});
	const stop = async (): Promise<void> => {
		child.kill(program.stopSignal ?? 'SIGTERM');
		const patience = setTimeout(kill, SECONDS_TO_STOP * 1000);
		await ended;
		clearTimeout(patience);
	};

	const giveUpAt = Date.now() + SECONDS_TO_START * 1000;
	while (!output.includes(program.ready)) {
		if (signal.aborted || hasEnded() || Date.now() > giveUpAt) {
			await stop();
			signal.throwIfAborted();
			throw new StartFailure(
				`${name} ended while it was starting, or was not ready after ${SECONDS_TO_START} s.`,
				`Its log is ${logFile}. The last lines:\n${lastLines(output, 15)}`,
			);
		}
		await wait(100);
	}
	return {
		pid: child.pid ?? 0,
		output: () => output,
		stop,
		kill: async () => {
			kill();
			await ended;
		},
		ended,
	};
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
