import type { Acceptance } from '../calls';
import type { WebhookReading } from '../messages';
import type { Provider } from '../provider';
import { COMMON_ERRORS } from '../../responses/commonErrors';
import type { CallError } from '../../responses/errorCatalogue';
import { isSuccessStatus } from '../../responses/providerResponse';
import type { ProviderResponse } from '../../responses/providerResponse';
import { objectAt, property } from '../../input/untrustedJson';
import type { JsonObject } from '../../input/untrustedJson';
import { readMetaError } from '../meta/response';
import { META_ERRORS } from '../meta/errors';
import { readMetaFields } from '../meta/fields';
import { hintAboutMetaId } from '../meta/messageIds';
import { parsePhoneNumberId } from '../meta/phoneNumberId';
import { buildReceiptRequest } from '../meta/receipt';
import { readMetaWebhook } from '../meta/webhook';
import { cloudApiDirectory } from './accountDirectory';
import { connectCloudApi } from './connection';
import { CLOUD_API_FIELDS } from './fields';

/** Meta's WhatsApp Cloud API: its facts and their sources are in docs/providers/cloudApi.md. */
export const cloudApi: Provider = {
	id: 'cloudApi',
	displayName: 'WhatsApp Cloud API',
	description: "Meta's own WhatsApp Business Platform, without a service in between",
	credentialType: 'whatsAppMarkReadCloudApi',
	operations: ['markMessage'],
	fields: CLOUD_API_FIELDS,
	idsPerCall: 'one',
	typing: 'sameCall',
	// "When you mark a message as read, the API also marks earlier messages in the conversation as read."
	latestOnlyDefault: true,
	errors: [...META_ERRORS, ...COMMON_ERRORS],
	connect: connectCloudApi,
	parseAccount: parsePhoneNumberId,
	readWebhook,
	readMessages: readMetaFields,
	hintAbout: hintAboutMetaId,
	accountDirectory: cloudApiDirectory,
	buildRequest: buildReceiptRequest,
	readResponse,
};

/** 200 `{"success": true}`; anything else is a refusal. */
function readResponse(response: ProviderResponse): Acceptance | CallError {
	const isAccepted =
		isSuccessStatus(response.status) && property(response.json, 'success') === true;
	return isAccepted
		? { kind: 'accepted', chatId: null, requestId: null, warning: null }
		: readMetaError(response);
}

/**
 * Meta's payloads as they are. One that carries a `kirim` block came through Kirim.chat:
 * its messages belong to Kirim's app, and are to be marked there.
 */
function readWebhook(payload: JsonObject): WebhookReading | null {
	return objectAt(payload, 'kirim') === null ? readMetaWebhook(payload) : null;
}
