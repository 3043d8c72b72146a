import { n8nEnvironment } from '../../e2e/host/settings.mts';

const settings = { port: 5690, brokerPort: 5691, userFolder: '/scratch' };

describe('the environment of n8n', () => {
	it('listens on loopback only, at the chosen port', () => {
		expect(n8nEnvironment(settings, {})).toMatchObject({
			N8N_LISTEN_ADDRESS: '127.0.0.1',
			N8N_PORT: '5690',
			N8N_RUNNERS_BROKER_PORT: '5691',
			N8N_USER_FOLDER: '/scratch',
			N8N_WEBHOOK_URL: 'http://127.0.0.1:5690/',
		});
	});

	it('never takes over the settings of an n8n of one’s own, nor a proxy', () => {
		const shell = {
			PATH: '/bin',
			DB_TYPE: 'postgresdb',
			N8N_ENCRYPTION_KEY: 'dummy',
			QUEUE_BULL_REDIS_HOST: 'redis',
			HTTPS_PROXY: 'http://proxy.example',
			http_proxy: 'http://proxy.example',
			NODE_OPTIONS: '--inspect',
		};
		const environment = n8nEnvironment(settings, shell);
		expect(environment.PATH).toBe('/bin');
		for (const name of Object.keys(shell).filter((key) => key !== 'PATH')) {
			expect(environment).not.toHaveProperty(name);
		}
	});

	it('keeps what was executed, for the editor to show', () => {
		expect(n8nEnvironment(settings, {})).toMatchObject({
			EXECUTIONS_DATA_SAVE_ON_SUCCESS: 'all',
			EXECUTIONS_DATA_SAVE_ON_ERROR: 'all',
		});
	});
});
