import { COMMON_ERRORS } from '../../responses/commonErrors';
import { META_ERRORS } from '../meta/errors';
import { hintAboutMetaId, parsePhoneNumberId, readMetaFields } from '../meta/fields';
import { buildReceiptRequest } from '../meta/receipt';
import { readReceiptResponse } from '../meta/response';
import { readForwardedWebhook } from '../meta/webhook';
import type { Provider } from '../provider';
import { cloudApiDirectory } from './accountDirectory';
import { connectCloudApi } from './connection';

/** Meta's WhatsApp Cloud API: its facts and their sources are in docs/providers/cloudApi.md. */
export const cloudApi: Provider = {
	id: 'cloudApi',
	displayName: 'WhatsApp Cloud API',
	description: "Meta's own WhatsApp Business Platform, without a service in between",
	credentialType: 'whatsAppMarkReadCloudApi',
	operations: ['markMessage'],
	fields: [
		{
			name: 'phoneNumberId',
			description:
				"Your WhatsApp number that received the message. If empty, the one in the credential is used. The list needs 'WhatsApp Business Account ID' in the credential; the ID is under WhatsApp > API Setup of your Meta app.",
		},
		{
			name: 'messageId',
			placeholder: 'e.g. wamid.HBgLMTY1MDM4Nzk0MzkVAgARGBJDQjZCMzlEQUE4OTJBMTE4RTUA',
			description:
				"The ID of a received message. The webhook has it under 'messages'. For several messages separate the IDs by commas, or give a list by an expression.",
		},
	],
	idsPerCall: 'one',
	typing: 'sameCall',
	// "When you mark a message as read, the API also marks earlier messages in the conversation as read."
	latestOnlyDefault: true,
	errors: [...META_ERRORS, ...COMMON_ERRORS],
	connect: connectCloudApi,
	parseAccount: parsePhoneNumberId,
	readWebhook: readForwardedWebhook,
	readMessages: readMetaFields,
	hintAbout: hintAboutMetaId,
	accountDirectory: cloudApiDirectory,
	buildRequest: buildReceiptRequest,
	readResponse: readReceiptResponse,
};
