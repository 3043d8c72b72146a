import type { ICredentialDataDecryptedObject } from 'n8n-workflow';

import { readBaseUrl } from '../../credentialValues/baseUrl';
import { readSecret, secretTexts } from '../../credentialValues/secrets';
import type { Connection } from '../provider';

/** The end of an address that was copied from the browser's address bar or from a sample request. */
const STRAY_PATH = /\/(dashboard|login)(\/.*)?$|\/(chat|session)\/\w+$/;

/** Reads the credential `whatsAppMarkReadWuzapiApi`: the token alone decides the instance. */
export function connectWuzapi(credential: ICredentialDataDecryptedObject): Connection {
	return {
		apiUrl: wuzapiUrl(credential),
		account: null,
		secrets: secretTexts(credential.token, wuzapiToken(credential)),
	};
}

/** The token as it is sent. */
export function wuzapiToken(credential: ICredentialDataDecryptedObject): string {
	return readSecret(credential.token, 'Token');
}

/** `https://wuzapi.example.com` from the credential's *Base URL*. */
export function wuzapiUrl(credential: ICredentialDataDecryptedObject): string {
	return readBaseUrl(credential.baseUrl, STRAY_PATH);
}
