import type { ICredentialDataDecryptedObject } from 'n8n-workflow';

import { readBaseUrl } from '../../credentialValues/baseUrl';
import { readSecret, secretTexts } from '../../credentialValues/secrets';
import { asText } from '../../input/untrustedJson';
import type { Connection } from '../provider';

/** The end of an address that was copied from a sample request; it holds the token. */
const STRAY_PATH = /\/waInstance.*$/;

/** Reads the credential `whatsAppMarkReadGreenApi`. */
export function connectGreenApi(credential: ICredentialDataDecryptedObject): Connection {
	return {
		apiUrl: greenApiUrl(credential),
		account: asText(credential.idInstance),
		secrets: secretTexts(credential.apiTokenInstance, greenApiToken(credential)),
	};
}

/** The token as it is sent. */
export function greenApiToken(credential: ICredentialDataDecryptedObject): string {
	return readSecret(credential.apiTokenInstance, 'API Token Instance');
}

/** `https://api.green-api.com` from the credential's *Base URL*. */
export function greenApiUrl(credential: ICredentialDataDecryptedObject): string {
	return readBaseUrl(credential.baseUrl, STRAY_PATH);
}
