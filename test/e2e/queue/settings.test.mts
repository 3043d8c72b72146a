import { redisSettings } from '../../../e2e/queue/redis.mts';
import { queueEnvironment, workerEnvironment } from '../../../e2e/queue/settings.mts';

const access = {
	redis: { port: 6390, password: 'dummy-redis' },
	postgres: { port: 5490, database: 'postgres', user: 'n8n', password: 'dummy-postgres' },
	encryptionKey: 'dummy-key',
};

describe('the settings of n8n in queue mode', () => {
	const environment = queueEnvironment(access);

	it('name the queue and the database of this run, on loopback', () => {
		expect(environment).toMatchObject({
			EXECUTIONS_MODE: 'queue',
			QUEUE_BULL_REDIS_HOST: '127.0.0.1',
			QUEUE_BULL_REDIS_PORT: '6390',
			DB_TYPE: 'postgresdb',
			DB_POSTGRESDB_HOST: '127.0.0.1',
			DB_POSTGRESDB_PORT: '5490',
		});
	});

	it('give all processes one key, without which a worker cannot read a credential', () => {
		expect(environment.N8N_ENCRYPTION_KEY).toBe('dummy-key');
	});

	it('renew a lock several times before it ends', () => {
		const duration = Number(environment.QUEUE_WORKER_LOCK_DURATION);
		expect(Number(environment.QUEUE_WORKER_LOCK_RENEW_TIME)).toBeLessThan(duration / 2);
	});

	it('let a worker tell its health on loopback only', () => {
		expect(workerEnvironment(5700)).toMatchObject({
			QUEUE_HEALTH_CHECK_PORT: '5700',
			N8N_WORKER_SERVER_ADDRESS: '127.0.0.1',
		});
	});
});

describe('the settings of Redis', () => {
	it('let nobody in from outside or without the password, and store nothing', () => {
		const lines = redisSettings(6390, 'dummy-redis', '/scratch').split('\n');
		expect(lines).toEqual(
			expect.arrayContaining([
				'bind 127.0.0.1',
				'port 6390',
				'requirepass dummy-redis',
				'save ""',
				'appendonly no',
			]),
		);
	});
});
