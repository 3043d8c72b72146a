import type { ICredentialType } from 'n8n-workflow';

/** The credential type of every provider in the registry, by the provider's id and in its order. */
export declare const CREDENTIAL_TYPES: ReadonlyMap<string, ICredentialType>;

export interface SecretField {
	/** Id of the provider. */
	readonly provider: string;
	/** Name in the credential, as in `accessToken`. */
	readonly name: string;
	readonly displayName: string;
}

/** Every field of a credential that n8n shows as a password. */
export declare const SECRET_FIELDS: readonly SecretField[];
