import type { ReceivedMessage } from '../../memory/records.mts';
import type { SandboxMemory } from '../../memory/SandboxMemory.mts';
import { isFieldFault, readReceiptFields, type FieldFault } from '../meta/readReceiptFields.mts';
import type { StandInResponse, ProviderCall } from '../standIn.mts';
import { authenticationFault } from './authentication.mts';
import { invalidParameter, missingParameter, unexpectedKey, unknownObject } from './errors.mts';
import { phoneNumber } from './phoneNumbers.mts';

/** "Mark incoming messages as read within 30 days of receipt" (Meta, "Mark messages as read"). */
const MARKABLE_SECONDS = 30 * 24 * 60 * 60;

/** Ends with the reply or after 25 s (docs/providers/cloudApi.md, "Requests"). */
const TYPING_SECONDS = 25;

const FIELD_ERRORS: Readonly<Record<FieldFault['problem'], (details: string) => StandInResponse>> =
	{
		missing: missingParameter,
		wrong: invalidParameter,
		unknown: unexpectedKey,
	};

/** `POST /{phone_number_id}/messages` with `status: "read"` (docs/providers/cloudApi.md, "Requests"). The sandbox sends nothing. */
export function markMessage(call: ProviderCall, memory: SandboxMemory): StandInResponse {
	const account = call.params.id ?? '';
	const error = authenticationFault(call);
	if (error) return error;
	if (!phoneNumber(account)) return unknownObject(call.method, account);
	const receipt = readReceiptFields(call.body);
	if (isFieldFault(receipt)) return FIELD_ERRORS[receipt.problem](receipt.details);

	const message = memory.find('cloudApi', receipt.messageId);
	if (memory.isOwn('cloudApi', receipt.messageId)) {
		return invalidParameter('Outgoing messages cannot be marked as read');
	}
	if (!message || message.account !== account) {
		return invalidParameter('Message ID is not valid: not a message received by this phone number');
	}
	if (Date.now() / 1000 - message.timestamp > MARKABLE_SECONDS) {
		return invalidParameter('Message was received more than 30 days ago');
	}
	memory.markRead(markedAlong(message, memory));
	if (receipt.typingIndicator) {
		const { provider, chatId, messageId } = message;
		memory.noteTyping({ provider, account, chatId, messageId, seconds: TYPING_SECONDS });
	}
	return MARKED;
}

/** What Meta responds to a receipt it accepts. */
export const MARKED: StandInResponse = { status: 200, body: { success: true } };

/**
 * "When you mark a message as read, the API also marks earlier messages in the conversation"
 * (the same page). Nothing documents that for groups: there only the named message turns blue.
 */
function markedAlong(message: ReceivedMessage, memory: SandboxMemory): readonly ReceivedMessage[] {
	if (message.isGroup) return [message];
	const conversation = memory.conversation(message.provider, message.account, message.chatId);
	const arrival = conversation.indexOf(message);
	return conversation.filter(
		(other, index) =>
			other.timestamp < message.timestamp ||
			(other.timestamp === message.timestamp && index <= arrival),
	);
}
