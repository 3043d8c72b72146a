import type { ReceivedMessage } from '../../memory/records.mts';
import type { SandboxMemory } from '../../memory/SandboxMemory.mts';
import type { StandInResponse, ProviderCall } from '../standIn.mts';
import { badRequest, DONE, engineFault } from './responses.mts';
import { chatIdFault, isGroupChat, isPerson, samePerson } from './chatId.mts';
import { parseSerializedId, type SerializedId } from './serializedId.mts';
import { readWorkingSession } from './session.mts';

/** `POST /v2/send/seen`: the messages named, or with `chatId` alone the chat (docs/providers/wawp.md, "Requests"). */
export function markSeen(call: ProviderCall, memory: SandboxMemory): StandInResponse {
	const session = readWorkingSession(call);
	if ('error' in session) return session.error;
	const { instanceId: account, fields } = session;
	const fault = chatIdFault(fields.chatId);
	if (fault) return badRequest(fault);
	const chatId = String(fields.chatId);
	const participantError = participantFault(call, chatId, fields.participant);
	if (participantError) return participantError;

	const conversation = memory.conversation('wawp', account, chatId);
	if (fields.messageIds === undefined || fields.messageIds === null) {
		memory.markRead(conversation);
		memory.noteChat({ provider: 'wawp', account, chatId, read: true });
		return DONE;
	}
	if (!isIdList(fields.messageIds)) {
		return badRequest('messageIds must be an array of message ids');
	}
	const ids = fields.messageIds.map(parseSerializedId);
	const bareId = ids.indexOf(null);
	if (bareId >= 0) {
		// A bare 3EB0… id makes the engine fail with a 500 (docs/providers/wawp.md, "Message ids").
		return engineFault(call, `Cannot parse message id '${fields.messageIds[bareId] ?? ''}'`);
	}
	const participant = isPerson(fields.participant) ? fields.participant : null;
	memory.markRead(seenMessages(conversation, ids, participant));
	return DONE;
}

/**
 * A participant only belongs into groups: "a participant in a DM breaks one engine", and the string
 * "null" of the manual's own sample is treated as a real one (docs/providers/wawp.md, "Requests").
 */
function participantFault(
	call: ProviderCall,
	chatId: string,
	participant: unknown,
): StandInResponse | null {
	if (participant === undefined || participant === null) return null;
	if (!isPerson(participant)) {
		return engineFault(call, `Cannot parse participant '${String(participant)}'`);
	}
	return isGroupChat(chatId)
		? null
		: engineFault(call, 'participant is not supported in a direct chat');
}

/** An empty list would leave open whether nothing or the chat is meant. */
function isIdList(value: unknown): value is string[] {
	return Array.isArray(value) && value.length > 0 && value.every((id) => typeof id === 'string');
}

/**
 * The messages whose ticks turn blue. Own messages and unknown ids are skipped in silence, and so
 * are group messages whose author is missing or wrong (docs/providers/README.md, "Groups").
 */
function seenMessages(
	conversation: readonly ReceivedMessage[],
	ids: ReadonlyArray<SerializedId | null>,
	participant: string | null,
): readonly ReceivedMessage[] {
	const byId = new Map(conversation.map((message) => [bareId(message), message]));
	return ids.flatMap((id) => {
		const message = id && !id.fromMe ? byId.get(id.id) : undefined;
		if (!id || !message || id.chatId !== message.chatId) return [];
		const author = participant ?? id.author;
		const isAuthor = author !== null && samePerson(author, message.sender);
		return message.isGroup && !isAuthor ? [] : [message];
	});
}

function bareId(message: ReceivedMessage): string {
	return parseSerializedId(message.messageId)?.id ?? message.messageId;
}
