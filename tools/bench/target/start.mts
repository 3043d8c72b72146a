import { fork } from 'node:child_process';
import { once } from 'node:events';

import type { Observation } from './ledger.mts';
import type { Conditions, FromTarget, ToTarget } from './protocol.mts';

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
 * @param script its entry file
 * @throws Error when it does not start
 */
export async function startTarget(script: string): Promise<Target> {
	const child = fork(script, { stdio: ['ignore', 'inherit', 'inherit', 'ipc'] });
	const killAtExit = (): void => void child.kill('SIGKILL');
	process.once('exit', killAtExit);
	const ended = once(child, 'exit').then(() => {
		process.removeListener('exit', killAtExit);
	});

	const next = async <Kind extends FromTarget['kind']>(kind: Kind) => {
		const message = await Promise.race([
			once(child, 'message').then(([received]) => received as FromTarget),
			ended,
		]);
		if (message?.kind !== kind) throw new Error('The target server of the benchmark has ended.');
		return message as Extract<FromTarget, { kind: Kind }>;
	};
	const ask = async <Kind extends FromTarget['kind']>(question: ToTarget, kind: Kind) => {
		const answer = next(kind);
		child.send(question);
		return await answer;
	};

	const { port } = await next('listening');
	return {
		url: `http://127.0.0.1:${port}`,
		begin: async (conditions) => void (await ask({ kind: 'begin', conditions }, 'ready')),
		observe: async () => (await ask({ kind: 'observe' }, 'observation')).observation,
		stop: async () => {
			if (child.connected) child.disconnect();
			await ended;
		},
	};
}
