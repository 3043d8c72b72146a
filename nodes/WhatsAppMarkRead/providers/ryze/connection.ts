import type { ICredentialDataDecryptedObject } from 'n8n-workflow';

import { pathSegment, readBaseUrl } from '../../credentialValues/baseUrl';
import { readSecret, secretTexts } from '../../credentialValues/secrets';
import { InvalidInput } from '../../input/invalidInput';
import { asText } from '../../input/untrustedJson';
import type { Connection } from '../provider';

/** The end of an address that was copied from the browser's address bar or from a sample request. */
const STRAY_PATH = /\/manager(\/.*)?$|\/api(\/(chat|instance)(\/.*)?)?$/;

/** Reads the credential `whatsAppMarkReadRyzeApi`. */
export function connectRyze(credential: ICredentialDataDecryptedObject): Connection {
	return {
		apiUrl: ryzeUrl(credential),
		account: asText(credential.instance),
		secrets: secretTexts(credential.token, ryzeToken(credential)),
	};
}

/** The token as it is sent. */
export function ryzeToken(credential: ICredentialDataDecryptedObject): string {
	return readSecret(credential.token, 'Token');
}

/** `https://ryzeapi.cloud` from the credential's *Base URL*. */
export function ryzeUrl(credential: ICredentialDataDecryptedObject): string {
	return readBaseUrl(credential.baseUrl, STRAY_PATH);
}

/**
 * Checks the name of an instance, which is case-sensitive and may hold spaces.
 *
 * @throws InvalidInput when there is none, or it cannot be part of a URL
 */
export function parseInstance(given: string | null): string {
	if (given === null) {
		throw new InvalidInput(
			"'Instance' is missing",
			'Neither the webhook nor the credential names the instance. Enter its name in the credential.',
		);
	}
	pathSegment(given, 'Instance');
	return given;
}
