import { randomBytes } from 'node:crypto';

import { startInBackground } from '../host/background.mts';
import { reservePort } from '../host/port.mts';
import type { Undo } from '../undo.mts';
import { findProgram } from './program.mts';

/** Where n8n finds its queue. */
export interface RedisAccess {
	readonly port: number;
	readonly password: string;
}

/**
 * Starts a Redis of its own on 127.0.0.1, which keeps nothing on the disk.
 * @param folder a folder of this run alone
 * @param undo receives what stops it
 * @throws StartFailure when it is not there or does not start.
 */
export async function startRedis(
	folder: string,
	logFile: string,
	undo: Undo,
	signal: AbortSignal,
): Promise<RedisAccess> {
	const port = await reservePort(0, { name: 'Redis', option: '--port' });
	const password = randomBytes(16).toString('hex');
	const redis = await startInBackground({
		name: 'Redis',
		command: findProgram('redis-server', 'redis-server'),
		// The settings come in by standard input: a password on the command line could be listed.
		args: ['-'],
		input: [
			'bind 127.0.0.1',
			`port ${port}`,
			`requirepass ${password}`,
			`dir "${folder}"`,
			'save ""',
			'appendonly no',
			'daemonize no',
			'',
		].join('\n'),
		cwd: folder,
		environment: process.env,
		logFile,
		ready: 'Ready to accept connections',
		signal,
	});
	undo.add(async () => await redis.stop());
	return { port, password };
}
