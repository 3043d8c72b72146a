import { N8N_2, type HostVersion } from './versions.mts';

export interface N8nSettings {
	readonly port: number;
	/** Where n8n's own task runner meets it; loopback as well. */
	readonly brokerPort: number;
	readonly userFolder: string;
}

/** Settings of somebody's own n8n, database or proxy must never reach the n8n of this run. */
const FOREIGN_SETTING =
	/^(N8N|DB|QUEUE|EXECUTIONS|CREDENTIALS|NODES|WORKFLOWS|EXTERNAL|GENERIC|WEBHOOK|npm)_|^NODE_(OPTIONS|PATH|ENV|EXTRA_CA_CERTS)$|^(HTTPS?|ALL|NO)_PROXY$/i;

/**
 * The environment n8n runs in: what the shell has, without anything that configures another n8n,
 * and with the settings that keep this one on loopback, quiet and off the internet.
 * @see https://docs.n8n.io/hosting/configuration/environment-variables/
 */
export function n8nEnvironment(
	{ port, brokerPort, userFolder }: N8nSettings,
	shell: NodeJS.ProcessEnv,
	host: HostVersion = N8N_2,
): NodeJS.ProcessEnv {
	const inherited = Object.entries(shell).filter(([name]) => !FOREIGN_SETTING.test(name));
	const url = `http://127.0.0.1:${port}/`;
	return {
		...Object.fromEntries(inherited),
		N8N_USER_FOLDER: userFolder,
		N8N_HOST: '127.0.0.1',
		N8N_LISTEN_ADDRESS: '127.0.0.1',
		N8N_PORT: String(port),
		N8N_EDITOR_BASE_URL: url,
		N8N_WEBHOOK_URL: url,
		N8N_RUNNERS_BROKER_PORT: String(brokerPort),
		N8N_UNVERIFIED_PACKAGES_ENABLED: 'true',
		N8N_SECURE_COOKIE: 'false',
		N8N_GRACEFUL_SHUTDOWN_TIMEOUT: '10',
		// What was executed stays visible in the editor.
		EXECUTIONS_DATA_SAVE_ON_SUCCESS: 'all',
		EXECUTIONS_DATA_SAVE_ON_ERROR: 'all',
		// Nobody on the internet is asked or told anything.
		N8N_DIAGNOSTICS_ENABLED: 'false',
		N8N_DYNAMIC_BANNERS_ENABLED: 'false',
		N8N_HIRING_BANNER_ENABLED: 'false',
		N8N_LICENSE_AUTO_RENEW_ENABLED: 'false',
		N8N_PERSONALIZATION_ENABLED: 'false',
		N8N_REINSTALL_MISSING_PACKAGES: 'false',
		N8N_TEMPLATES_ENABLED: 'false',
		N8N_VERIFIED_PACKAGES_ENABLED: 'false',
		N8N_VERSION_NOTIFICATIONS_ENABLED: 'false',
		N8N_VERSION_NOTIFICATIONS_WHATS_NEW_ENABLED: 'false',
		...host.settings,
	};
}
