import type { SandboxMemory } from '../../memory/SandboxMemory.mts';
import type { StandInResponse, ProviderCall } from '../standIn.mts';
import { invalidBody, ERRORS } from './errors.mts';
import { isGroupJid, isSenderJid } from './chatNumber.mts';
import { instanceFault } from './instances.mts';
import { readChatBody } from './requestBody.mts';

/**
 * `POST /api/chat/markRead/{instance}` (docs/providers/ryze.md, "Requests").
 *
 * RyzeAPI sends the receipt for whatever id it gets, so an unknown id is no error; but the ticks
 * turn blue only when chat and, in groups, author are the message's own (docs/providers/README.md, "Groups").
 */
export function markMessage(call: ProviderCall, memory: SandboxMemory): StandInResponse {
	const error = instanceFault(call);
	if (error) return error;
	const body = readChatBody(call.body, { messageId: ERRORS.messageIdRequired });
	if ('error' in body) return body.error;
	const { jid, fields } = body;
	const { sender } = fields;
	const noSender = sender === undefined || sender === null || sender === '';
	if (noSender && isGroupJid(jid)) return ERRORS.senderRequired;
	if (!noSender && !(typeof sender === 'string' && isSenderJid(sender))) {
		return invalidBody('sender is not a valid JID');
	}

	const messageId = String(fields.messageId);
	const message = memory.find('ryze', messageId);
	const isThisChat = message?.account === call.params.instance && message?.chatId === jid;
	if (message && isThisChat && (!isGroupJid(jid) || message.sender === sender)) {
		memory.markRead([message]);
	}
	return marked(messageId, jid);
}

/** What RyzeAPI responds to a receipt it accepts. */
export function marked(messageId: string, jid: string): StandInResponse {
	return {
		status: 200,
		body: {
			success: true,
			message: 'Message marked as read successfully',
			message_id: messageId,
			chat_jid: jid,
		},
	};
}
