import type { ProviderId } from '../../sandbox/index.mts';
import { SECRET_FIELDS } from '../../scripts/credentialTypes.js';
import type { Secret } from './find-secrets.mts';

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
	return Object.entries(accounts).flatMap(([account, fields]) => {
		const own = SECRET_FIELDS.filter(
			({ provider, name }) => provider === account && name in fields,
		);
		return own.map(({ name }) => ({
			label: `${account} ${name}`,
			value: String((fields as Readonly<Record<string, unknown>>)[name]),
		}));
	});
}

/** The token that RyzeAPI puts into its webhook payloads. */
export function payloadSecret(ryzePayloadToken: string): Secret {
	return { label: 'ryze payload token', value: ryzePayloadToken };
}
