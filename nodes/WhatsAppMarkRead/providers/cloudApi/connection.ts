import type { ICredentialDataDecryptedObject } from 'n8n-workflow';

import { readBaseUrl } from '../../credentialValues/baseUrl';
import { readSecret, secretTexts } from '../../credentialValues/secrets';
import { asText } from '../../input/untrustedJson';
import { graphApiVersion } from '../meta/apiVersion';
import type { Connection } from '../provider';

/** The end of an address that was copied from a sample request: the version has its own field in the credential. */
const STRAY_PATH = /\/v\d+\.\d+(\/(\d+|me|[^/]+\/(messages|phone_numbers)))?$/;

/** Reads the credential `whatsAppMarkReadCloudApi`; the API URL carries the Graph API version. */
export function connectCloudApi(credential: ICredentialDataDecryptedObject): Connection {
	return {
		apiUrl: cloudApiUrl(credential),
		account: asText(credential.phoneNumberId),
		secrets: secretTexts(
			credential.accessToken,
			credential.appSecret,
			...Object.values(cloudApiSecrets(credential)),
		),
	};
}

/** The secrets as they are sent and signed with; `appSecret` is empty unless the Meta app requires it. */
export function cloudApiSecrets(credential: ICredentialDataDecryptedObject) {
	return {
		accessToken: readSecret(credential.accessToken, 'Access Token'),
		appSecret: readSecret(credential.appSecret, 'App Secret'),
	};
}

/** `https://graph.facebook.com/v25.0` from the credential's *Base URL* and *API Version*. */
export function cloudApiUrl(credential: ICredentialDataDecryptedObject): string {
	const base = readBaseUrl(credential.baseUrl, STRAY_PATH);
	return `${base}/${graphApiVersion(credential.apiVersion)}`;
}
