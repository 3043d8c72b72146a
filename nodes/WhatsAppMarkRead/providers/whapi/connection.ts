import type { ICredentialDataDecryptedObject } from 'n8n-workflow';

import { readBaseUrl } from '../../credentialValues/baseUrl';
import { readSecret, secretTexts } from '../../credentialValues/secrets';
import type { Connection } from '../provider';

/** The end of an address that was copied from a sample request. */
const STRAY_PATH = /\/(messages|chats|presences|health|limits|settings)(\/.*)?$/;

/** Reads the credential `whatsAppMarkReadWhapiApi`. The token is the channel: no request names it. */
export function connectWhapi(credential: ICredentialDataDecryptedObject): Connection {
	return {
		apiUrl: whapiUrl(credential),
		account: null,
		secrets: secretTexts(credential.token, whapiToken(credential)),
	};
}

/** The channel's token as it is sent. */
export function whapiToken(credential: ICredentialDataDecryptedObject): string {
	return readSecret(credential.token, 'Token');
}

/** `https://gate.whapi.cloud` from the credential's *Base URL*. */
export function whapiUrl(credential: ICredentialDataDecryptedObject): string {
	return readBaseUrl(credential.baseUrl, STRAY_PATH);
}
