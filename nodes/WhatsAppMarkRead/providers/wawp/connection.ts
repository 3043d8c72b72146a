import type { ICredentialDataDecryptedObject } from 'n8n-workflow';

import type { Connection } from '../provider';
import { readBaseUrl } from '../../input/baseUrl';
import { InvalidInput } from '../../input/invalidInput';
import { asText } from '../../input/untrustedJson';
import { secretTexts } from '../../input/secretTexts';

/** The version belongs to the paths of the calls. */
const STRAY_VERSION = /\/v[12]$/;

/** Reads the credential `whatsAppMarkReadWawpApi`. */
export function connectWawp(credential: ICredentialDataDecryptedObject): Connection {
	return {
		apiUrl: wawpUrl(credential),
		account: asText(credential.instanceId),
		secrets: secretTexts(credential.accessToken),
	};
}

/** `https://api.wawp.net` from the credential's *Base URL*. */
export function wawpUrl(credential: ICredentialDataDecryptedObject): string {
	return readBaseUrl(credential.baseUrl, STRAY_VERSION);
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
		'Open the credential and put in the instance ID from the Wawp dashboard.',
	);
}
