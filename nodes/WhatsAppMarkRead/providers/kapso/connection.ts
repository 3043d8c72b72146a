import type { ICredentialDataDecryptedObject } from 'n8n-workflow';

import { readBaseUrl } from '../../credentialValues/baseUrl';
import { readSecret, secretTexts } from '../../credentialValues/secrets';
import { asText } from '../../input/untrustedJson';
import { graphApiVersion } from '../meta/apiVersion';
import type { Connection } from '../provider';

/** The end of an address that was copied from a sample request: the version has its own field in the credential. */
const STRAY_PATH = /\/(meta\/whatsapp(\/v\d+\.\d+(\/\d+(\/messages)?)?)?|platform\/v1(\/.*)?)$/;

/** Reads the credential `whatsAppMarkReadKapsoApi`; the API URL carries the version. */
export function connectKapso(credential: ICredentialDataDecryptedObject): Connection {
	return {
		apiUrl: `${kapsoUrl(credential)}/meta/whatsapp/${graphApiVersion(credential.apiVersion)}`,
		account: asText(credential.phoneNumberId),
		secrets: secretTexts(credential.apiKey, kapsoKey(credential)),
	};
}

/** The API key as it is sent. */
export function kapsoKey(credential: ICredentialDataDecryptedObject): string {
	return readSecret(credential.apiKey, 'API Key');
}

/** `https://api.kapso.ai` from the credential's *Base URL*: one address for messages and for the list of numbers. */
export function kapsoUrl(credential: ICredentialDataDecryptedObject): string {
	return readBaseUrl(credential.baseUrl, STRAY_PATH);
}
