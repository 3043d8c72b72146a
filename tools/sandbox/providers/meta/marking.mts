import type { ReceivedMessage } from '../../memory/records.mts';
import type { SandboxMemory } from '../../memory/SandboxMemory.mts';
import { readFields, Refused } from '../standIn.mts';
import type { ProviderCall, StandInResponse } from '../standIn.mts';
import { ERRORS } from './errors.mts';
import { receiptFields, TYPING_SECONDS } from './receipt.mts';

/** "Mark incoming messages as read within 30 days of receipt" (Meta, "Mark messages as read"). */
const MARKABLE_SECONDS = 30 * 24 * 60 * 60;

/** What Meta responds to a receipt it accepts. */
export const MARKED: StandInResponse = { status: 200, body: { success: true } };

/**
 * What Meta does with a receipt, whoever passes it on (docs/providers/cloudApi.md, "Requests").
 *
 * @throws Refused with Meta's error
 */
export function markReceived(
	call: ProviderCall,
	memory: SandboxMemory,
	{ provider, account }: Pick<ReceivedMessage, 'provider' | 'account'>,
): StandInResponse {
	const { message_id: messageId, typing_indicator: typing } = readFields(
		call,
		receiptFields,
		({ problem, details }) => ERRORS[problem](details),
	);
	if (memory.isOwn(provider, messageId)) {
		throw new Refused(ERRORS.wrong('Outgoing messages cannot be marked as read'));
	}
	const message = memory.find(provider, messageId);
	if (!message || message.account !== account) {
		const details = 'Message ID is not valid: not a message received by this phone number';
		throw new Refused(ERRORS.wrong(details));
	}
	if (Date.now() / 1000 - message.timestamp > MARKABLE_SECONDS) {
		throw new Refused(ERRORS.wrong('Message was received more than 30 days ago'));
	}
	memory.markRead(markedAlong(message, memory));
	if (typing) memory.noteTyping({ ...message, seconds: TYPING_SECONDS });
	return MARKED;
}

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
