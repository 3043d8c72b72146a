import type { ICredentialDataDecryptedObject } from 'n8n-workflow';

import { readBaseUrl } from '../../credentialValues/baseUrl';
import { readSecret, secretTexts } from '../../credentialValues/secrets';
import { asText } from '../../input/untrustedJson';
import type { Connection } from '../provider';

/** The end of an address that was copied from Z-API's panel, which shows complete requests: the token is part of it. */
const STRAY_PATH = /\/instances(\/.*)?$/;

/** Reads the credential `whatsAppMarkReadZapiApi`. */
export function connectZapi(credential: ICredentialDataDecryptedObject): Connection {
	return {
		apiUrl: zapiUrl(credential),
		account: asText(credential.instanceId),
		secrets: secretTexts(
			credential.token,
			zapiToken(credential),
			credential.clientToken,
			zapiClientToken(credential),
		),
	};
}

/** The token of the instance as it is sent: in the path of every request. */
export function zapiToken(credential: ICredentialDataDecryptedObject): string {
	return readSecret(credential.token, 'Token');
}

/** The security token of the account as it is sent; empty where the account has it switched off. */
export function zapiClientToken(credential: ICredentialDataDecryptedObject): string {
	return readSecret(credential.clientToken, 'Client Token');
}

/** `https://api.z-api.io` from the credential's *Base URL*. */
export function zapiUrl(credential: ICredentialDataDecryptedObject): string {
	return readBaseUrl(credential.baseUrl, STRAY_PATH);
}
