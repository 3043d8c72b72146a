import { COMMON_ERRORS } from '../../responses/commonErrors';
import { META_ERRORS } from '../meta/errors';
import { hintAboutMetaId, parsePhoneNumberId } from '../meta/fields';
import { buildReceiptRequest } from '../meta/receipt';
import type { Provider } from '../provider';
import { connectKirim } from './connection';
import { KIRIM_ERRORS } from './errors';
import { KIRIM_FIELDS, readKirimFields } from './fields';
import { kirimDirectory, readKirimResponse } from './response';
import { readKirimWebhook } from './webhook';

/** Kirim.chat: its facts and their sources are in docs/providers/kirim.md. */
export const kirim: Provider = {
	id: 'kirim',
	displayName: 'Kirim.chat',
	description: 'WhatsApp Business Platform through Kirim.chat (kirim.dev)',
	credentialType: 'whatsAppMarkReadKirimApi',
	operations: ['markMessage'],
	fields: KIRIM_FIELDS,
	idsPerCall: 'one',
	// "A second call against a message that's already read … [makes no] request to Meta": typing must be in the same call.
	typing: 'sameCall',
	// On the sender's phone the earlier messages turn blue too, but Kirim's own inbox shows only the named one as read.
	latestOnlyDefault: false,
	errors: [...KIRIM_ERRORS, ...META_ERRORS, ...COMMON_ERRORS],
	connect: connectKirim,
	parseAccount: parsePhoneNumberId,
	readWebhook: readKirimWebhook,
	readMessages: readKirimFields,
	hintAbout: hintAboutMetaId,
	accountDirectory: kirimDirectory,
	// No Idempotency-Key: a replay would return a cached failure (docs/providers/kirim.md, "Requests").
	buildRequest: buildReceiptRequest,
	readResponse: readKirimResponse,
};
