import type { SandboxMemory } from '../../memory/SandboxMemory.mts';
import type { StandInResponse, ProviderCall } from '../standIn.mts';
import { invalidBody } from './errors.mts';
import { instanceFault } from './instances.mts';
import { readChatBody } from './requestBody.mts';

const MAX_SECONDS = 60;

/** `POST /api/chat/presence/{instance}`: a typing bubble for `duration` seconds (docs/providers/ryze.md, "Requests"). */
export function showTyping(call: ProviderCall, memory: SandboxMemory): StandInResponse {
	const error = instanceFault(call);
	if (error) return error;
	const body = readChatBody(call.body);
	if ('error' in body) return body.error;
	const { state, duration } = body.fields;
	if (state !== 'typing') return invalidBody('state must be "typing"');
	if (typeof duration !== 'number' || !(duration > 0 && duration <= MAX_SECONDS)) {
		return invalidBody(`duration must be above 0 and at most ${MAX_SECONDS} seconds`);
	}
	memory.noteTyping({
		provider: 'ryze',
		account: call.params.instance ?? '',
		chatId: body.jid,
		messageId: null,
		seconds: duration,
	});
	return {
		status: 200,
		body: { success: true, message: 'Presence sent successfully', chat_jid: body.jid },
	};
}
