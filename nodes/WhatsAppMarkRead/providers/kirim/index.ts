import { InvalidInput, shown } from '../../input/invalidInput';
import { COMMON_ERRORS } from '../../responses/commonErrors';
import { META_ERRORS } from '../meta/errors';
import { hintAboutMetaId, parsePhoneNumberId, readMetaFields } from '../meta/fields';
import { buildReceiptRequest } from '../meta/receipt';
import type { InboundMessage } from '../messages';
import type { FieldValues, Provider } from '../provider';
import { connectKirim } from './connection';
import { KIRIM_ERRORS } from './errors';
import { kirimDirectory, readKirimResponse } from './response';
import { readKirimWebhook } from './webhook';

/** Kirim.chat: its facts and their sources are in docs/providers/kirim.md. */
export const kirim: Provider = {
	id: 'kirim',
	displayName: 'Kirim.chat',
	description: 'WhatsApp Business Platform through Kirim.chat (kirim.dev)',
	credentialType: 'whatsAppMarkReadKirimApi',
	operations: ['markMessage'],
	fields: [
		{
			name: 'phoneNumberId',
			description:
				'Your WhatsApp number that received the message. If empty, the one in the credential is used. The list shows the numbers that are connected in Kirim.chat.',
		},
		{
			name: 'messageId',
			placeholder:
				'e.g. wamid.HBgNNjI4MTIzNDU2Nzg5FQIAEhggMUE5MDM1QzVDMUYxQTAyRkVCNzZDQjVDMjFFRDQzNTUA',
			description:
				'The ID of a received message: the one in the webhook that starts with "wamid.". For several messages separate the IDs by commas, or give a list by an expression.',
		},
	],
	idsPerCall: 'one',
	// "A second call against a message that's already read … [makes no] request to Meta": typing must be in the same call.
	typing: 'sameCall',
	// On the sender's phone the earlier messages turn blue too, but Kirim's own inbox shows only the named one as read.
	latestOnlyDefault: false,
	errors: [...KIRIM_ERRORS, ...META_ERRORS, ...COMMON_ERRORS],
	connect: connectKirim,
	parseAccount: parsePhoneNumberId,
	readWebhook: readKirimWebhook,
	readMessages,
	hintAbout: hintAboutMetaId,
	accountDirectory: kirimDirectory,
	// No Idempotency-Key: a replay would return a cached failure (docs/providers/kirim.md, "Requests").
	buildRequest: buildReceiptRequest,
	readResponse: readKirimResponse,
};

/** Reads the fields as Meta's, except that Kirim's internal ids are errors (docs/providers/kirim.md, "Message ids"). */
function readMessages(fields: FieldValues): readonly InboundMessage[] {
	const messages = readMetaFields(fields);
	const internal = messages.find(({ id }) => /^(msg|wbd|evt)_/.test(id));
	if (internal === undefined) return messages;
	throw new InvalidInput(
		`'Message ID' holds ${shown(internal.id)}, which is an internal ID of Kirim.chat`,
		'Use the ID of the same message that starts with "wamid.".',
	);
}
