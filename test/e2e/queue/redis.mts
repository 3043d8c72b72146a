import { randomBytes } from 'node:crypto';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';

import { startInBackground } from '../host/background.mts';
import { reservePort } from '../host/port.mts';
import type { Undo } from '../undo.mts';
import { provideProgram, type DebianProgram } from './debian.mts';
import type { ServicePlace } from './place.mts';

const REDIS: DebianProgram = {
	name: 'Redis',
	command: 'redis-server',
	package: 'redis-server',
};

/** Where n8n finds its queue. */
export interface RedisAccess {
	readonly port: number;
	readonly password: string;
}

/**
 * Starts a Redis of its own on 127.0.0.1, which keeps nothing on the disk.
 * @param undo receives what stops it
 * @throws StartFailure when it is not there or does not start.
 */
export async function startRedis(
	place: ServicePlace,
	undo: Undo,
	signal: AbortSignal,
): Promise<RedisAccess> {
	const program = await provideProgram(REDIS, place.unpackFolder, signal);
	const port = await reservePort(0, { name: 'Redis', option: '--port' });
	const password = randomBytes(16).toString('hex');
	const folder = join(place.folder, 'redis');
	await mkdir(folder, { recursive: true });
	const redis = await startInBackground({
		name: REDIS.name,
		command: program.path,
		// The settings come in by standard input: a password on the command line could be listed.
		args: ['-'],
		input: redisSettings(port, password, folder),
		cwd: folder,
		environment: { ...process.env, ...program.environment },
		logFile: `${place.logBase}-redis.log`,
		ready: 'Ready to accept connections',
		signal,
	});
	undo.add(async () => await redis.stop());
	return { port, password };
}

/** Loopback only, with a password, and nothing stored. */
export function redisSettings(port: number, password: string, folder: string): string {
	return [
		'bind 127.0.0.1',
		`port ${port}`,
		`requirepass ${password}`,
		`dir "${folder}"`,
		'save ""',
		'appendonly no',
		'daemonize no',
		'',
	].join('\n');
}
