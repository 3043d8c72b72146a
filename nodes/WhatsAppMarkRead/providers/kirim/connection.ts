import type { ICredentialDataDecryptedObject } from 'n8n-workflow';

import { readBaseUrl } from '../../credentialValues/baseUrl';
import { readSecret, secretTexts } from '../../credentialValues/secrets';
import { asText } from '../../input/untrustedJson';
import type { Connection } from '../provider';

/** The end of an address that was copied from a sample request: the version, and a path below it. */
const STRAY_PATH = /\/v1(\/(me|accounts|[^/]+\/messages))?$/;

/** Reads the credential `whatsAppMarkReadKirimApi`. */
export function connectKirim(credential: ICredentialDataDecryptedObject): Connection {
	return {
		apiUrl: kirimUrl(credential),
		account: asText(credential.phoneNumberId),
		secrets: secretTexts(credential.apiKey, kirimKey(credential)),
	};
}

/** The API key as it is sent. */
export function kirimKey(credential: ICredentialDataDecryptedObject): string {
	return readSecret(credential.apiKey, 'API Key');
}

/** `https://api.kirim.chat/v1` from the credential's *Base URL*, which may lack the version or name the newer `api.kirimdev.com`. */
export function kirimUrl(credential: ICredentialDataDecryptedObject): string {
	return `${readBaseUrl(credential.baseUrl, STRAY_PATH)}/v1`;
}
