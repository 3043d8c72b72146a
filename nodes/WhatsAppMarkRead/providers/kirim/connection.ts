import type { ICredentialDataDecryptedObject } from 'n8n-workflow';

import type { Connection } from '../provider';
import { readBaseUrl } from '../../input/baseUrl';
import { refuseUnsendable } from '../../input/headerText';
import { asText } from '../../input/untrustedJson';
import { secretTexts } from '../../input/secretTexts';

/** Reads the credential `whatsAppMarkReadKirimApi`. */
export function connectKirim(credential: ICredentialDataDecryptedObject): Connection {
	refuseUnsendable(credential.apiKey, 'API Key');
	return {
		apiUrl: kirimUrl(credential),
		account: asText(credential.phoneNumberId),
		secrets: secretTexts(credential.apiKey),
	};
}

/**
 * `https://api.kirim.chat/v1` from the credential's *Base URL*, given with or without `/v1`. The newer host
 * `api.kirimdev.com` is as good (sheet kirim.md).
 */
export function kirimUrl(credential: ICredentialDataDecryptedObject): string {
	return `${readBaseUrl(credential.baseUrl, /\/v1$/)}/v1`;
}
