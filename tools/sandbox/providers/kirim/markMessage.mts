import type { SandboxMemory } from '../../memory/SandboxMemory.mts';
import { isFieldFault, readReceiptFields, type FieldFault } from '../meta/readReceiptFields.mts';
import type { StandInResponse, ProviderCall } from '../standIn.mts';
import { phoneNumberFault } from './account.mts';
import { kirimError, kirimSuccess, type KirimErrorCode } from './responses.mts';
import { authenticationFault } from './authentication.mts';
import { kirimMessageId } from './ids.mts';

/** 7 days, though Meta allows 30 (docs/providers/kirim.md, "Requests"). */
const MARKABLE_SECONDS = 7 * 24 * 60 * 60;

/** "Meta auto-dismisses it … after ~25 seconds" (Kirim.chat, "Mark messages as read"). */
const TYPING_SECONDS = 25;

const FIELD_CODES: Readonly<Record<FieldFault['problem'], KirimErrorCode>> = {
	missing: 'missing_required_field',
	wrong: 'invalid_field_value',
	unknown: 'invalid_request',
};

/** `POST /{phone_number_id}/messages` with `status: "read"` (docs/providers/kirim.md, "Requests"). The sandbox sends nothing. */
export function markMessage(call: ProviderCall, memory: SandboxMemory): StandInResponse {
	const account = call.params.phoneNumberId ?? '';
	const error = authenticationFault(call) ?? bodyFault(call) ?? phoneNumberFault(account);
	if (error) return error;
	const receipt = readReceiptFields(call.body);
	if (isFieldFault(receipt)) {
		return kirimError(FIELD_CODES[receipt.problem], receipt.details, receipt.field);
	}
	const { messageId: wamid, typingIndicator } = receipt;
	if (memory.isOwn('kirim', wamid)) {
		return invalidMessageId('Only inbound messages can be marked as read.');
	}
	// Kirim's own msg_… id is not valid (docs/providers/kirim.md, "Message ids").
	if (wamid.startsWith('msg_')) return invalidMessageId('message_id must be a wamid.');
	const message = memory.find('kirim', wamid);
	if (!message || message.account !== account) {
		return kirimError('resource_not_found', 'No such message.', 'message_id');
	}
	if (Date.now() / 1000 - message.timestamp > MARKABLE_SECONDS) {
		return kirimError('whatsapp_upstream_error', 'The receipt is past the 7-day window.');
	}

	// An already read message costs no second call to Meta: no typing bubble then (docs/providers/kirim.md, "Requests").
	if (typingIndicator && message.status === 'unread') {
		const { provider, chatId } = message;
		memory.noteTyping({ provider, account, chatId, messageId: wamid, seconds: TYPING_SECONDS });
	}
	// Only the named row flips in Kirim's own inbox, whatever Meta marks along (the same place).
	memory.markRead([message]);
	return marked(wamid);
}

/** What Kirim responds to a receipt it accepts. */
export function marked(wamid: string): StandInResponse {
	return kirimSuccess({
		data: { id: kirimMessageId(wamid), object: 'message', status: 'read', message_id: wamid },
	});
}

function bodyFault(call: ProviderCall): StandInResponse | null {
	if (call.body.format === 'json') return null;
	return kirimError('invalid_request', 'The request body must be JSON.');
}

function invalidMessageId(message: string): StandInResponse {
	return kirimError('invalid_field_value', message, 'message_id');
}
