import { SECRET_FIELDS } from '../credentialTypes.js';
import { PROVIDER_IDS, standInOf, type ProviderId } from './providers/index.mts';

interface Secret {
	/** What it is, fit to be printed, as in "cloudApi accessToken". */
	readonly label: string;
	readonly value: string;
}

/** The password fields of the credentials that the sandbox accepts. */
export const CREDENTIAL_SECRETS: readonly Secret[] = SECRET_FIELDS.flatMap(({ provider, name }) => {
	const { [name]: value } = standInOf(provider).account;
	return value === undefined ? [] : [{ label: `${provider} ${name}`, value }];
});

/** What the providers' webhooks carry along. */
export const WEBHOOK_SECRETS: readonly Secret[] = PROVIDER_IDS.flatMap((id) =>
	standInOf(id).webhookSecrets.map((value) => ({ label: `${id} webhook secret`, value })),
);

/** Every secret the sandbox knows; recorded requests and responses never hold one of them. */
export const SANDBOX_SECRETS: readonly string[] = [
	...[...CREDENTIAL_SECRETS, ...WEBHOOK_SECRETS].map(({ value }) => value),
	...PROVIDER_IDS.flatMap((id) => standInOf(id).otherSecrets),
];

/**
 * Complete credential data for one provider, ready to be stored in n8n.
 *
 * @param url where the provider's API is: the running sandbox's `url`, e.g. `http://127.0.0.1:8787`
 */
export function sandboxCredential(
	provider: ProviderId,
	url: string,
): Readonly<Record<string, string>> {
	const { account, basePath } = standInOf(provider);
	return { ...account, baseUrl: `${url}${basePath}` };
}
