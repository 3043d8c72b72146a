import type { ICredentialDataDecryptedObject } from 'n8n-workflow';

import { readBaseUrl } from '../../credentialValues/baseUrl';
import { readSecret, secretTexts } from '../../credentialValues/secrets';
import { asText } from '../../input/untrustedJson';
import type { Connection } from '../provider';

/** The end of an address that was copied from the browser's address bar or from a sample request. */
const STRAY_PATH = /\/(dashboard|api|docs|swagger)(\/.*)?$/;

/** Reads the credential `whatsAppMarkReadWahaApi`; without a *Session* the server's own default is meant. */
export function connectWaha(credential: ICredentialDataDecryptedObject): Connection {
	return {
		apiUrl: wahaUrl(credential),
		account: asText(credential.session) ?? 'default',
		secrets: secretTexts(credential.apiKey, wahaKey(credential)),
	};
}

/** The API key as it is sent; empty for a server that runs without one. */
export function wahaKey(credential: ICredentialDataDecryptedObject): string {
	return readSecret(credential.apiKey, 'API Key');
}

/** `https://waha.example.com` from the credential's *Base URL*. */
export function wahaUrl(credential: ICredentialDataDecryptedObject): string {
	return readBaseUrl(credential.baseUrl, STRAY_PATH);
}
