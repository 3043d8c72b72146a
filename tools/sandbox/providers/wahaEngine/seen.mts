import type { ReceivedMessage } from '../../memory/records.mts';
import { Refused, type ProviderCall } from '../standIn.mts';

/** A message id as the engine serializes it: `false_<chat>_<ID>` and in groups `_<author>`. */
const SERIALIZED_ID =
	/^(?<own>true|false)_(?<chat>[^_]+@[^_]+)_(?<id>[^_]+)(?:_(?<author>[^_]+@[^_]+))?$/;

export function isGroupChat(chatId: string): boolean {
	return chatId.endsWith('@g.us');
}

export function isSerialized(id: string): boolean {
	return SERIALIZED_ID.test(id);
}

/**
 * The messages whose ticks turn blue. Own messages and unknown ids are skipped in silence, and so
 * are group messages whose author is missing or wrong (docs/providers/README.md, "Groups").
 *
 * @param participant the author that the call names besides the ids
 */
export function seenMessages(
	conversation: readonly ReceivedMessage[],
	serializedIds: readonly string[],
	participant: string | null,
): readonly ReceivedMessage[] {
	return serializedIds.flatMap((serializedId) => {
		const { own, chat, id, author } = idParts(serializedId);
		const message = conversation.find(
			({ messageId }) => (idParts(messageId).id ?? messageId) === id,
		);
		if (message === undefined || own === 'true' || chat !== message.chatId) return [];
		const isAuthor = canonical(participant ?? author ?? '') === canonical(message.sender);
		return message.isGroup && !isAuthor ? [] : [message];
	});
}

/** What the engine throws back; it echoes the request, secrets included (docs/providers/waha.md, "Errors"). */
export function engineFault(
	{ path, method, headers, body }: ProviderCall,
	message: string,
): Refused {
	const request = { path, method, headers, body: body.format === 'json' ? body.value : null };
	return new Refused({
		status: 500,
		body: {
			statusCode: 500,
			timestamp: new Date().toISOString(),
			exception: { name: 'TypeError', message },
			request,
		},
	});
}

function idParts(id: string): Partial<Record<'own' | 'chat' | 'id' | 'author', string>> {
	return SERIALIZED_ID.exec(id)?.groups ?? {};
}

/** To the engine both forms of a person are the same. */
function canonical(jid: string): string {
	return jid.replace(/@s\.whatsapp\.net$/, '@c.us');
}
