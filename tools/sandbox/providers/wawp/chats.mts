import type { SandboxMemory } from '../../memory/SandboxMemory.mts';
import type { StandInResponse, ProviderCall } from '../standIn.mts';
import { badRequest, DONE } from './responses.mts';
import { chatIdFault } from './chatId.mts';
import { readWorkingSession } from './session.mts';

/** `POST /v2/chats/unread`: brings the badge back; ticks that are blue stay blue. */
export function markChatUnread(call: ProviderCall, memory: SandboxMemory): StandInResponse {
	return aboutChat(call, (account, chatId) =>
		memory.noteChat({ provider: 'wawp', account, chatId, read: false }),
	);
}

/** `POST /v2/send/start-typing`: no document says when the bubble ends. */
export function startTyping(call: ProviderCall, memory: SandboxMemory): StandInResponse {
	return aboutChat(call, (account, chatId) =>
		memory.noteTyping({ provider: 'wawp', account, chatId, messageId: null, seconds: null }),
	);
}

function aboutChat(
	call: ProviderCall,
	remember: (account: string, chatId: string) => void,
): StandInResponse {
	const session = readWorkingSession(call);
	if ('error' in session) return session.error;
	const { chatId } = session.fields;
	const fault = chatIdFault(chatId);
	if (fault) return badRequest(fault);
	remember(session.instanceId, String(chatId));
	return DONE;
}
