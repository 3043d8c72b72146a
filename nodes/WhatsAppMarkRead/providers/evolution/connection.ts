import type { ICredentialDataDecryptedObject } from 'n8n-workflow';

import { readBaseUrl } from '../../credentialValues/baseUrl';
import { readSecret, secretTexts } from '../../credentialValues/secrets';
import { asText } from '../../input/untrustedJson';
import type { Connection } from '../provider';

/** The end of an address that was copied from the browser's address bar or from a sample request. */
const STRAY_PATH =
	/\/manager(\/.*)?$|\/(chat|instance|message|settings|webhook)\/(connect|fetch|find|mark|send|set)\w*(\/[^/]*)?$/;

/** Reads the credential `whatsAppMarkReadEvolutionApi`. */
export function connectEvolution(credential: ICredentialDataDecryptedObject): Connection {
	return {
		apiUrl: evolutionUrl(credential),
		account: asText(credential.instance),
		secrets: secretTexts(credential.apiKey, evolutionKey(credential)),
	};
}

/** The API key as it is sent. */
export function evolutionKey(credential: ICredentialDataDecryptedObject): string {
	return readSecret(credential.apiKey, 'API Key');
}

/** `https://evo.example.com` from the credential's *Base URL*. */
export function evolutionUrl(credential: ICredentialDataDecryptedObject): string {
	return readBaseUrl(credential.baseUrl, STRAY_PATH);
}
