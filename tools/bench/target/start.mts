import { fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';

import type { Conditions, Observation } from './server.mts';

/** The providers' side, as a process of its own on loopback. */
export interface Target {
	/** Without a trailing slash. */
	readonly url: string;
	/** Starts counting anew, under these conditions. */
	begin(conditions: Conditions): Promise<void>;
	/** What was seen since. */
	observe(): Promise<Observation>;
	stop(): Promise<void>;
}

/**
 * Starts the target server.
 * @throws Error when it does not start
 */
export async function startTarget(): Promise<Target> {
	const child = fork(join(import.meta.dirname, 'server.mts'));
	const killAtExit = (): void => void child.kill('SIGKILL');
	process.once('exit', killAtExit);
	const ended = once(child, 'exit').then(() => void process.removeListener('exit', killAtExit));

	const answer = async (): Promise<unknown> => {
		const message = await Promise.race([once(child, 'message'), ended]);
		if (message === undefined) throw new Error('The target server of the benchmark has ended.');
		return message[0];
	};
	const ask = async (question: Conditions | 'observe'): Promise<Observation> => {
		const observation = answer();
		child.send(question);
		return (await observation) as Observation;
	};

	const port = (await answer()) as number;
	return {
		url: `http://127.0.0.1:${port}`,
		begin: async (conditions) => void (await ask(conditions)),
		observe: async () => await ask('observe'),
		stop: async () => {
			if (child.connected) child.disconnect();
			await ended;
		},
	};
}
