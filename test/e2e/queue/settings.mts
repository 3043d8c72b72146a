import type { PostgresAccess } from './postgres.mts';
import type { RedisAccess } from './redis.mts';

export interface QueueAccess {
	readonly redis: RedisAccess;
	readonly postgres: PostgresAccess;
	/** With it workers read the credentials that the main instance has stored. */
	readonly encryptionKey: string;
}

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

/**
 * What the main instance and every worker are told besides their usual settings.
 * @see https://docs.n8n.io/hosting/scaling/queue-mode/
 */
export function queueEnvironment({ redis, postgres, encryptionKey }: QueueAccess) {
	return {
		EXECUTIONS_MODE: 'queue',
		N8N_ENCRYPTION_KEY: encryptionKey,
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
	};
}

/** What a worker is told besides: where it answers when somebody asks for its health. */
export function workerEnvironment(healthPort: number) {
	return {
		QUEUE_HEALTH_CHECK_ACTIVE: 'true',
		QUEUE_HEALTH_CHECK_PORT: String(healthPort),
		N8N_WORKER_SERVER_ADDRESS: '127.0.0.1',
	};
}
