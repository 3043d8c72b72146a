import type { ICredentialDataDecryptedObject } from 'n8n-workflow';

import { readBaseUrl } from '../../credentialValues/baseUrl';
import { readSecret, secretTexts } from '../../credentialValues/secrets';
import { InvalidInput } from '../../input/invalidInput';
import { asText } from '../../input/untrustedJson';
import type { Connection } from '../provider';

/** The end of an address that was copied from a sample request: the version, and a path below it. */
const STRAY_PATH = /\/v[12](\/(send|chats|session)\/[^/]+)?$/;

/** Reads the credential `whatsAppMarkReadWawpApi`. */
export function connectWawp(credential: ICredentialDataDecryptedObject): Connection {
	return {
		apiUrl: wawpUrl(credential),
		account: asText(credential.instanceId),
		secrets: secretTexts(credential.accessToken, wawpToken(credential)),
	};
}

/** The access token as it is sent. */
export function wawpToken(credential: ICredentialDataDecryptedObject): string {
	return readSecret(credential.accessToken, 'Access Token');
}

/** `https://api.wawp.net` from the credential's *Base URL*. */
export function wawpUrl(credential: ICredentialDataDecryptedObject): string {
	return readBaseUrl(credential.baseUrl, STRAY_PATH);
}

/**
 * Checks the instance id, which only the credential holds: a webhook's `session` is not documented to be the same.
 *
 * @throws InvalidInput when it is missing
 */
export function parseInstanceId(given: string | null): string {
	if (given !== null) return given;
	throw new InvalidInput(
		"'Instance ID' of the credential is empty",
		'Open the credential and enter the instance ID from the Wawp dashboard.',
	);
}
