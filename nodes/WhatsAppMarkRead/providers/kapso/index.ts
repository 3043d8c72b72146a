import { COMMON_ERRORS } from '../../responses/commonErrors';
import type { InboundMessage } from '../messages';
import { HOSTED_META_ERRORS } from '../meta/errors';
import { hintAboutMetaId, parsePhoneNumberId, readMetaFields } from '../meta/fields';
import { buildReceiptRequest } from '../meta/receipt';
import { readReceiptResponse } from '../meta/response';
import type { Provider } from '../provider';
import { kapsoDirectory } from './accountDirectory';
import { connectKapso } from './connection';
import { KAPSO_ERRORS } from './errors';
import { readKapsoWebhook } from './webhook';

/** Kapso: its facts and their sources are in docs/providers/kapso.md. */
export const kapso: Provider = {
	id: 'kapso',
	displayName: 'Kapso',
	description: 'WhatsApp Business Platform through Kapso (kapso.ai)',
	credentialType: 'whatsAppMarkReadKapsoApi',
	operations: ['markMessage'],
	fields: [
		{
			name: 'phoneNumberId',
			description:
				'Your WhatsApp number that received the message. If empty, the one in the credential is used. The list shows the numbers of the Kapso project.',
		},
		{
			name: 'messageId',
			placeholder: 'e.g. wamid.HBgNMTU1NTE0OTU5Nzg1FQIAERgSMDhGRjdBMDEyOTcxQzFFQkFBAA==',
			description:
				'The ID of a received message, which starts with "wamid.". The webhook has it under \'message\'. For several messages separate the IDs by commas, or give a list by an expression.',
		},
	],
	idsPerCall: 'one',
	typing: 'sameCall',
	// The calls end in Meta's Cloud API, which marks the earlier messages of the chat too.
	latestOnlyDefault: true,
	// Meta's codes decide, whatever the HTTP status.
	errors: [...HOSTED_META_ERRORS, ...KAPSO_ERRORS, ...COMMON_ERRORS],
	connect: connectKapso,
	parseAccount: parsePhoneNumberId,
	readWebhook: readKapsoWebhook,
	readMessages: readMetaFields,
	hintAbout,
	accountDirectory: kapsoDirectory,
	buildRequest: buildReceiptRequest,
	readResponse: readReceiptResponse,
};

/** Kapso's test deliveries carry a made-up id, for which Meta has no message. */
function hintAbout(message: Pick<InboundMessage, 'id'>): string | null {
	if (!message.id.startsWith('wamid.TEST_')) return hintAboutMetaId(message);
	return 'A message ID starts with "wamid.TEST_": it comes from a test delivery of Kapso, and WhatsApp has no such message.';
}
