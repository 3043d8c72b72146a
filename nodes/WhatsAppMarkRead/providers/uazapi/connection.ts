import type { ICredentialDataDecryptedObject } from 'n8n-workflow';

import { readBaseUrl } from '../../credentialValues/baseUrl';
import { readSecret, secretTexts } from '../../credentialValues/secrets';
import type { Connection } from '../provider';

/** The end of an address that was copied from a sample request. */
const STRAY_PATH =
	/\/(chat\/read|instance\/(all|connect|status)|message\/(markread|presence)|send\/\w+|webhook)$/;

/** Reads the credential `whatsAppMarkReadUazapiApi`: its token is that of one instance, which it does not name. */
export function connectUazapi(credential: ICredentialDataDecryptedObject): Connection {
	return {
		apiUrl: uazapiUrl(credential),
		account: null,
		secrets: secretTexts(credential.token, uazapiToken(credential)),
	};
}

/** The instance token as it is sent. */
export function uazapiToken(credential: ICredentialDataDecryptedObject): string {
	return readSecret(credential.token, 'Instance Token');
}

/** `https://my-name.uazapi.com` from the credential's *Base URL*. */
export function uazapiUrl(credential: ICredentialDataDecryptedObject): string {
	return readBaseUrl(credential.baseUrl, STRAY_PATH);
}
