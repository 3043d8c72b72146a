import type { ICredentialDataDecryptedObject } from 'n8n-workflow';

import type { Connection } from '../provider';
import { pathSegment, readBaseUrl } from '../../credentialValues/baseUrl';
import { readSecret, secretTexts } from '../../credentialValues/secrets';
import { InvalidInput } from '../../input/invalidInput';
import { asText } from '../../input/untrustedJson';

/** Reads the credential `whatsAppMarkReadExampleGatewayApi`. */
export function connectExampleGateway(credential: ICredentialDataDecryptedObject): Connection {
	return {
		apiUrl: exampleGatewayUrl(credential),
		account: asText(credential.line),
		secrets: secretTexts(credential.apiKey, exampleGatewayKey(credential)),
	};
}

/** The API key as it is sent. */
export function exampleGatewayKey(credential: ICredentialDataDecryptedObject): string {
	return readSecret(credential.apiKey, 'API Key');
}

/** `https://gateway.example.com` from the credential's *Base URL*. */
export function exampleGatewayUrl(credential: ICredentialDataDecryptedObject): string {
	return readBaseUrl(credential.baseUrl, /\/v1(\/(me|lines)(\/.*)?)?$/);
}

/**
 * Checks the name of a line.
 *
 * @throws InvalidInput when there is none, or it cannot be part of a URL
 */
export function parseLine(given: string | null): string {
	if (given === null) {
		throw new InvalidInput(
			"'Line' is missing",
			'The incoming message does not name its line. Put the name of yours into the credential.',
		);
	}
	pathSegment(given, 'Line');
	return given;
}
