import type { ICredentialDataDecryptedObject } from 'n8n-workflow';

import type { Connection } from '../provider';
import { readBaseUrl } from '../../credentialValues/baseUrl';
import { readSecret, secretTexts } from '../../credentialValues/secrets';
import { asText } from '../../input/untrustedJson';

/** The version, which the paths of the calls share, and the rest of a pasted call. */
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

/**
 * `https://api.kirim.chat/v1` from the credential's *Base URL*, given with or without `/v1`. The newer host
 * `api.kirimdev.com` is as good.
 */
export function kirimUrl(credential: ICredentialDataDecryptedObject): string {
	return `${readBaseUrl(credential.baseUrl, STRAY_PATH)}/v1`;
}
