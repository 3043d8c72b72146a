import { randomBytes } from 'node:crypto';
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import type { Settings } from '../n8n-with-node.mts';
import { step } from '../progress.mts';
import type { Undo } from '../undo.mts';
import { startPostgres, type RunningPostgres } from './postgres.mts';
import { startRedis } from './redis.mts';

/**
 * How soon n8n notices that a worker is gone, in milliseconds. Its own defaults are 60 s for the
 * lock, 10 s to renew it and 30 s between the looks; these are shorter so that a run need not wait
 * for minutes, and long enough for a busy machine.
 */
const LOCK = { duration: 20_000, renewal: 5_000, look: 10_000 };

/**
 * Ended executions that stay in the queue. n8n's own default is none; then the main instance never
 * learns of one that ended before it listened, and leaves the webhook without an answer.
 */
const KEPT = 500;

/** What an n8n in queue mode needs besides its own processes. */
export interface QueueServices extends Pick<RunningPostgres, 'readTables'> {
	/**
	 * What the main instance and every worker are told besides their usual settings.
	 * @see https://docs.n8n.io/hosting/scaling/queue-mode/
	 */
	readonly settings: Settings;
}

/**
 * Starts a Redis and a PostgreSQL for one n8n.
 * @param logBase what the log files' names begin with, with the folder
 * @param undo receives what stops them and removes their data
 * @throws StartFailure when one of them is not installed or does not start.
 */
export async function startQueueServices(
	logBase: string,
	undo: Undo,
	signal: AbortSignal,
): Promise<QueueServices> {
	const folder = await mkdtemp(join(tmpdir(), 'whatsapp-mark-read-queue-'));
	undo.add(async () => await rm(folder, { recursive: true, force: true, maxRetries: 3 }));
	await chmod(folder, 0o755);
	return await step('Starting Redis and PostgreSQL', async () => {
		const redis = await startRedis(folder, `${logBase}-redis.log`, undo, signal);
		const postgres = await startPostgres(folder, `${logBase}-postgres.log`, undo, signal);
		return {
			readTables: postgres.readTables,
			settings: {
				EXECUTIONS_MODE: 'queue',
				// With it workers read the credentials that the main instance has stored.
				N8N_ENCRYPTION_KEY: randomBytes(24).toString('hex'),
				QUEUE_BULL_REDIS_HOST: '127.0.0.1',
				QUEUE_BULL_REDIS_PORT: String(redis.port),
				QUEUE_BULL_REDIS_PASSWORD: redis.password,
				QUEUE_WORKER_LOCK_DURATION: String(LOCK.duration),
				QUEUE_WORKER_LOCK_RENEW_TIME: String(LOCK.renewal),
				QUEUE_WORKER_STALLED_INTERVAL: String(LOCK.look),
				// n8n 1 does not know these two.
				N8N_EXECUTIONS_QUEUE_KEEP_LAST_COMPLETED: String(KEPT),
				N8N_EXECUTIONS_QUEUE_KEEP_LAST_FAILED: String(KEPT),
				DB_TYPE: 'postgresdb',
				DB_POSTGRESDB_HOST: '127.0.0.1',
				DB_POSTGRESDB_PORT: String(postgres.port),
				DB_POSTGRESDB_DATABASE: postgres.database,
				DB_POSTGRESDB_USER: postgres.user,
				DB_POSTGRESDB_PASSWORD: postgres.password,
			},
		};
	});
}
