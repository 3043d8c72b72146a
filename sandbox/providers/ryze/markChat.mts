import type { SandboxMemory } from '../../memory/SandboxMemory.mts';
import type { Answer, ProviderCall } from '../standIn.mts';
import { invalidBody } from './answers.mts';
import { instanceFault } from './instances.mts';
import { readChatBody } from './requestBody.mts';

/** `POST /api/chat/markChatRead/{instance}`: the whole chat read, or unread (docs/providers/ryze.md, "Requests"). */
export function markChat(call: ProviderCall, memory: SandboxMemory): Answer {
	const refusal = instanceFault(call);
	if (refusal) return refusal;
	const body = readChatBody(call.body);
	if ('refusal' in body) return body.refusal;
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
