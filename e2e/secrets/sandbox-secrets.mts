import type { ProviderId } from '../../sandbox/index.mts';
import type { Secret } from './find-secrets.mts';

/** The fields of the node's credential types that hold a secret. */
const SECRET_FIELDS = ['accessToken', 'apiKey', 'appSecret', 'token'];

/**
 * Collects what must never be printed: every secret of the sandbox's accounts, and the token that
 * RyzeAPI puts into its webhook payloads.
 */
export function secretsOf(
	accounts: Readonly<Record<ProviderId, object>>,
	ryzePayloadToken: string,
): Secret[] {
	return [...secretsOfAccounts(accounts), payloadSecret(ryzePayloadToken)];
}

/** Every secret of the sandbox's accounts: what the credentials in n8n hold. */
export function secretsOfAccounts(accounts: Readonly<Record<ProviderId, object>>): Secret[] {
	return Object.entries(accounts).flatMap(([provider, fields]) =>
		Object.entries(fields)
			.filter(([field]) => SECRET_FIELDS.includes(field))
			.map(([field, value]) => ({ label: `${provider} ${field}`, value: String(value) })),
	);
}

/** The token that RyzeAPI puts into its webhook payloads. */
export function payloadSecret(ryzePayloadToken: string): Secret {
	return { label: 'ryze payload token', value: ryzePayloadToken };
}
