import type { ICredentialDataDecryptedObject } from 'n8n-workflow';

import { readBaseUrl } from '../../credentialValues/baseUrl';
import { readSecret, secretTexts } from '../../credentialValues/secrets';
import { InvalidInput } from '../../input/invalidInput';
import { asText } from '../../input/untrustedJson';
import type { Connection } from '../provider';

/** The end of an address that was copied from a sample request. */
const STRAY_PATH = /\/(app\/[\w-]+|devices|message\/[^/]+\/\w+|send\/[\w-]+)$/;

/** Reads the credential `whatsAppMarkReadGowaApi`; a server with one device needs no *Device ID*. */
export function connectGowa(credential: ICredentialDataDecryptedObject): Connection {
	return {
		apiUrl: gowaUrl(credential),
		account: asText(credential.deviceId),
		secrets: secretTexts(credential.password, gowaPassword(credential), basicToken(credential)),
	};
}

/**
 * User and password as HTTP Basic authentication sends them (RFC 7617).
 *
 * @returns `null` for a server that runs without them
 * @throws InvalidInput when one of them cannot be sent
 */
export function basicToken(credential: ICredentialDataDecryptedObject): string | null {
	const username = readSecret(credential.username, 'Username');
	const password = gowaPassword(credential);
	if (username.includes(':')) {
		throw new InvalidInput(
			"'Username' of the credential contains a colon, which no user name can",
			"If it is user and password in one, as in the server's option APP_BASIC_AUTH, enter what is before the colon in 'Username' and the rest in 'Password'.",
		);
	}
	if (username === '' && password === '') return null;
	return Buffer.from(`${username}:${password}`).toString('base64');
}

function gowaPassword(credential: ICredentialDataDecryptedObject): string {
	return readSecret(credential.password, 'Password');
}

/** `https://gowa.example.com` from the credential's *Base URL*, with the server's base path if it has one. */
export function gowaUrl(credential: ICredentialDataDecryptedObject): string {
	return readBaseUrl(credential.baseUrl, STRAY_PATH);
}
