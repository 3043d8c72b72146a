import type { ICredentialDataDecryptedObject } from 'n8n-workflow';

import { readBaseUrl } from '../../credentialValues/baseUrl';
import { readSecret, secretTexts } from '../../credentialValues/secrets';
import { COMMON_ERRORS } from '../../responses/commonErrors';
import type { CallError } from '../../responses/errorCatalogue';
import type { ProviderResponse } from '../../responses/providerResponse';
import { ACCEPTED, type Acceptance } from '../calls';
import { HOSTED_META_ERRORS } from '../meta/errors';
import { hintAboutMetaId, readMetaFields } from '../meta/fields';
import { receiptBody } from '../meta/receipt';
import { readReceiptResponse } from '../meta/response';
import { readForwardedWebhook } from '../meta/webhook';
import type { Connection, Provider } from '../provider';
import { DIALOG360_ERRORS } from './errors';
import { readDialog360Error } from './response';

/** The end of an address that was copied from a sample request. */
const STRAY_PATH = /\/(messages|v1\/configs\/webhook)$/;

/** 360dialog: its facts and their sources are in docs/providers/dialog360.md. */
export const dialog360: Provider = {
	id: 'dialog360',
	displayName: '360dialog',
	description: 'WhatsApp Business Platform through 360dialog',
	credentialType: 'whatsAppMarkReadDialog360Api',
	operations: ['markMessage'],
	fields: [
		{
			name: 'messageId',
			placeholder: 'e.g. wamid.HBgLMTY1MDM4Nzk0MzkVAgARGBJDQjZCMzlEQUE4OTJBMTE4RTUA',
			description:
				"The ID of a received message. The webhook has it under 'messages'. For several messages separate the IDs by commas, or give a list by an expression.",
		},
	],
	idsPerCall: 'one',
	// Its documents name none, and one large client sends none to it.
	typing: 'none',
	// The calls end in Meta's Cloud API, which marks the earlier messages of the chat too.
	latestOnlyDefault: true,
	// Meta's codes decide, whatever the HTTP status.
	errors: [...HOSTED_META_ERRORS, ...DIALOG360_ERRORS, ...COMMON_ERRORS],
	connect: connectDialog360,
	// A key belongs to one number: the number of the event is reported, but no request names it.
	parseAccount: (account) => account,
	readWebhook: readForwardedWebhook,
	readMessages: readMetaFields,
	hintAbout: hintAboutMetaId,
	buildRequest: (call, { apiUrl }) => ({
		method: 'POST',
		url: `${apiUrl}/messages`,
		body: receiptBody(call),
	}),
	readResponse,
};

/** Reads the credential `whatsAppMarkReadDialog360Api`. */
function connectDialog360(credential: ICredentialDataDecryptedObject): Connection {
	return {
		apiUrl: dialog360Url(credential),
		account: null,
		secrets: secretTexts(credential.apiKey, dialog360Key(credential)),
	};
}

/** The API key as it is sent. */
export function dialog360Key(credential: ICredentialDataDecryptedObject): string {
	return readSecret(credential.apiKey, 'API Key');
}

/** `https://waba-v2.360dialog.io` from the credential's *Base URL*. */
export function dialog360Url(credential: ICredentialDataDecryptedObject): string {
	return readBaseUrl(credential.baseUrl, STRAY_PATH);
}

/**
 * 200 with `null` on one page of its documents, with `{"success": true}` on another: these two, and nothing else
 * (docs/providers/dialog360.md, "Responses").
 */
function readResponse(response: ProviderResponse): Acceptance | CallError {
	if (response.status === 200 && response.json === null) return ACCEPTED;
	const result = readReceiptResponse(response);
	return result.kind === 'error' ? readDialog360Error(response, result) : result;
}
