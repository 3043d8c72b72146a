import { spawn } from 'node:child_process';

/** An account of this machine, as `spawn` takes it. */
export interface SystemUser {
	readonly uid: number;
	readonly gid: number;
}

export interface CommandOptions {
	readonly cwd: string;
	readonly env?: NodeJS.ProcessEnv;
	/** Aborting stops the command. */
	readonly signal?: AbortSignal;
	/** The account to run as; without it this one. */
	readonly user?: SystemUser;
}

export interface CommandResult {
	/** null when a signal ended the command. */
	readonly exitCode: number | null;
	/** Standard output and standard error, in the order they came. */
	readonly output: string;
	readonly stdout: string;
}

/**
 * Runs a command to its end, without a shell.
 * @throws when the command cannot be started at all (not installed) or was aborted.
 */
export async function runCommand(
	command: string,
	args: readonly string[],
	options: CommandOptions,
): Promise<CommandResult> {
	return await new Promise((resolve, reject) => {
		const child = spawn(command, [...args], {
			cwd: options.cwd,
			env: options.env ?? process.env,
			signal: options.signal,
			stdio: ['ignore', 'pipe', 'pipe'],
			...options.user,
		});
		let output = '';
		let stdout = '';
		child.stdout.setEncoding('utf8').on('data', (text: string) => {
			output += text;
			stdout += text;
		});
		child.stderr.setEncoding('utf8').on('data', (text: string) => {
			output += text;
		});
		child.once('error', reject);
		child.once('close', (exitCode) => resolve({ exitCode, output, stdout }));
	});
}

/**
 * Runs npm: the one that started this process when there is one, so that a Windows `npm.cmd`
 * needs no shell.
 */
export async function runNpm(
	args: readonly string[],
	options: CommandOptions,
): Promise<CommandResult> {
	const startedBy = process.env.npm_execpath;
	if (startedBy?.endsWith('npm-cli.js')) {
		return await runCommand(process.execPath, [startedBy, ...args], options);
	}
	return await runCommand('npm', args, options);
}

/** The last lines of a command's output, for an error text. */
export function lastLines(output: string, count: number): string {
	return output.trimEnd().split('\n').slice(-count).join('\n');
}
