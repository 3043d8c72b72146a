import type { Provider } from '../provider';
import { COMMON_ERRORS } from '../../responses/commonErrors';
import { META_ERRORS } from '../meta/errors';
import { hintAboutMetaId } from '../meta/messageIds';
import { parsePhoneNumberId } from '../meta/phoneNumberId';
import { buildReceiptRequest } from '../meta/receipt';
import { readKirimResponse } from './response';
import { kirimDirectory } from './accountDirectory';
import { connectKirim } from './connection';
import { KIRIM_ERRORS } from './errors';
import { KIRIM_FIELDS, readKirimFields } from './fields';
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
	// "A second call against a message that's already read … [makes no] request to Meta": typing must ride along.
	typing: 'sameCall',
	// Right on the sender's phone, but in Kirim's own inbox only the named message flips to read: a choice.
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
