import type { ICredentialDataDecryptedObject } from 'n8n-workflow';

import { readBaseUrl } from '../../credentialValues/baseUrl';
import { readSecret, secretTexts } from '../../credentialValues/secrets';
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
