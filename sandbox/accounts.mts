import type { ProviderId } from './providers/providerId.mts';

/** The credential data the sandbox accepts, in the shape of the node's credentials without `baseUrl`. */
export interface SandboxAccounts {
	readonly cloudApi: {
		readonly accessToken: string;
		readonly phoneNumberId: string;
		readonly businessAccountId: string;
		readonly appSecret: string;
		readonly apiVersion: string;
	};
	readonly kirim: { readonly apiKey: string; readonly phoneNumberId: string };
	readonly ryze: { readonly token: string; readonly instance: string };
	readonly wawp: { readonly instanceId: string; readonly accessToken: string };
}

/**
 * Dummy credentials, made up for the sandbox. Every secret contains `sandbox` and occurs nowhere
 * else, so that a scan of outputs, errors and logs can look for it.
 */
export const SANDBOX_ACCOUNTS: SandboxAccounts = {
	cloudApi: {
		accessToken: 'EAAsandboxCloudApiAccessToken0001',
		phoneNumberId: '106540352242922',
		businessAccountId: '102290129340398',
		appSecret: 'sandbox-cloud-app-secret-0001',
		apiVersion: 'v25.0',
	},
	kirim: {
		// `kdv_live_` + 24 characters (kirim.md, "Call").
		apiKey: 'kdv_live_sandboxKirimApiKey000001',
		phoneNumberId: '209870352242955',
	},
	ryze: { token: 'sandbox-ryze-token-0001', instance: 'support' },
	wawp: { instanceId: 'A1B2C3D4E5F6', accessToken: 'sandboxWawpAccessToken0001' },
};

/** The live secret RyzeAPI puts into every webhook as `instanceData.token`. */
export const RYZE_PAYLOAD_TOKEN = 'sandbox-ryze-payload-token-0001';

/** The address RyzeAPI's webhooks name as `instanceData.baseUrl`; it resolves nowhere (RFC 2606). */
export const RYZE_PAYLOAD_BASE_URL = 'https://ryze-payload.invalid';

/**
 * Values that bring a documented refusal about when they are used in place of the good ones.
 */
export const SANDBOX_TROUBLE = {
	cloudApi: {
		/** 401, code 190, subcode 463. */
		expiredAccessToken: 'EAAsandboxCloudApiExpiredToken0001',
	},
	kirim: {
		/** 401 `expired_api_key`. */
		expiredApiKey: 'kdv_live_sandboxKirimExpired00001',
		/** 403 `phone_number_forbidden`. */
		forbiddenPhoneNumberId: '309870352242900',
		/** 422 `account_not_connected`. */
		disconnectedPhoneNumberId: '309870352242911',
	},
	ryze: {
		/** The token of the instance `support` alone; that of the account reaches all of the account's. */
		instanceToken: 'sandbox-ryze-instance-token-0001',
		/** 403: exists, but belongs to somebody else. */
		foreignInstance: 'somebody-else',
		/** 503 `Instance is not connected to WhatsApp`. */
		disconnectedInstance: 'unplugged',
	},
	wawp: {
		/** 422: the session waits for its QR code. */
		stoppedInstanceId: 'F6E5D4C3B2A1',
		/** 401 unless both values come in the query, as the manual's code sample sends them. */
		queryInstanceId: 'C0D1E2F3A4B5',
	},
} as const;

/** Every secret text the sandbox knows; recorded requests and answers never hold one of them. */
export const SANDBOX_SECRETS: readonly string[] = [
	SANDBOX_ACCOUNTS.cloudApi.accessToken,
	SANDBOX_ACCOUNTS.cloudApi.appSecret,
	SANDBOX_ACCOUNTS.kirim.apiKey,
	SANDBOX_ACCOUNTS.ryze.token,
	SANDBOX_ACCOUNTS.wawp.accessToken,
	RYZE_PAYLOAD_TOKEN,
	SANDBOX_TROUBLE.ryze.instanceToken,
	SANDBOX_TROUBLE.cloudApi.expiredAccessToken,
	SANDBOX_TROUBLE.kirim.expiredApiKey,
];

/** The path below which each provider's API lives: what a credential's `baseUrl` ends with. */
export const BASE_PATHS: Readonly<Record<ProviderId, string>> = {
	cloudApi: '/cloud',
	kirim: '/kirim/v1',
	ryze: '/ryze',
	wawp: '/wawp',
};

/**
 * Complete credential data for one provider, ready to be stored in n8n.
 *
 * @param provider which provider
 * @param sandboxUrl the running sandbox's `url`, e.g. `http://127.0.0.1:8787`
 */
export function sandboxCredential<P extends ProviderId>(
	provider: P,
	sandboxUrl: string,
): SandboxAccounts[P] & { baseUrl: string } {
	return { ...SANDBOX_ACCOUNTS[provider], baseUrl: `${sandboxUrl}${BASE_PATHS[provider]}` };
}
