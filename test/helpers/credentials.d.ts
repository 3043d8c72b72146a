import type { ICredentialDataDecryptedObject, ICredentialType } from 'n8n-workflow';

export interface TestCredential {
	readonly type: ICredentialType;
	readonly data: ICredentialDataDecryptedObject;
}

/**
 * The credential type of a provider with the data of `test/providers/<id>/credential.json`: the documents' own
 * hosts; the secrets are made up and say so.
 *
 * @throws Error when the registry has no such provider, or the file is missing
 */
export declare function credentialOf(provider: string): TestCredential;
