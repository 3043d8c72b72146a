import { SECRET_FIELDS } from '../scripts/credentialTypes.js';
import { fromEach, PROVIDER_IDS, STAND_INS, type ProviderId } from './providers/index.mts';

/**
 * The credential data the sandbox accepts, in the shape of the node's credentials without `baseUrl`. It is made up:
 * every secret contains `sandbox` and occurs nowhere else, so that a scan of outputs, errors and logs can look for it.
 */
export const SANDBOX_ACCOUNTS = fromEach('account');

export type SandboxAccounts = typeof SANDBOX_ACCOUNTS;

/** Values that lead to a documented refusal when used in place of the good ones. */
export const SANDBOX_TROUBLE = fromEach('trouble');

/** The path below which each provider's API lives: what a credential's `baseUrl` ends with. */
export const BASE_PATHS = fromEach('basePath');

/** Every secret text the sandbox knows; recorded requests and answers never hold one of them. */
export const SANDBOX_SECRETS: readonly string[] = PROVIDER_IDS.flatMap((id) => [
	...Object.entries(STAND_INS[id].account)
		.filter(([field]) =>
			SECRET_FIELDS.some(({ provider, name }) => provider === id && name === field),
		)
		.map(([, secret]) => secret),
	...STAND_INS[id].otherSecrets,
]);

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
