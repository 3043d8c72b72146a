import type { SandboxMemory } from '../../memory/SandboxMemory.mts';
import type { StandInResponse, ProviderCall } from '../standIn.mts';
import { invalidBody } from './errors.mts';
import { instanceFault } from './instances.mts';
import { readChatBody } from './requestBody.mts';

/** `POST /api/chat/markChatRead/{instance}`: the chat read, or unread (docs/providers/ryze.md, "Requests"). */
export function markChat(call: ProviderCall, memory: SandboxMemory): StandInResponse {
	const error = instanceFault(call);
	if (error) return error;
	const body = readChatBody(call.body);
	if ('error' in body) return body.error;
	const { read } = body.fields;
	if (typeof read !== 'boolean') return invalidBody('read must be true or false');

	const account = call.params.instance ?? '';
	const chatId = body.jid;
	// Marking unread brings the badge back; ticks that are blue stay blue.
	if (read) memory.markRead(memory.conversation('ryze', account, chatId));
	memory.noteChat({ provider: 'ryze', account, chatId, read });
	return {
		status: 200,
		body: {
			success: true,
			message: `Chat marked as ${read ? 'read' : 'unread'} successfully`,
			chat_jid: chatId,
			read,
		},
	};
}
