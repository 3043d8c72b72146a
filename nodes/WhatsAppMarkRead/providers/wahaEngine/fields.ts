import { InvalidInput, shown } from '../../input/invalidInput';
import { formatJid, onPersonServer, type Jid } from '../../whatsapp/jid';
import { isWamid, looksSerialized, parseSerializedId, serializeId } from '../../whatsapp/messageId';
import { readLinkedMessages } from '../linked/fields';
import type { InboundMessage } from '../messages';
import type { FieldValues } from '../provider';

/**
 * Reads *Chat*, *Chat Type* and *Sender* with the field that holds the message ids.
 *
 * @param ids value of that field, whose name is `label`
 * @throws InvalidInput naming the field that cannot be used
 */
export function readEngineFields(
	fields: FieldValues,
	ids: unknown,
	label: string,
): readonly InboundMessage[] {
	const messages = readLinkedMessages(fields, ids, label);
	return messages.map(({ id, chat, isGroup, author }) => {
		const chatId = toEngineAddress(chat);
		const sender = author === null ? null : toEngineAddress(author);
		return {
			id: toSerializedId(id, chatId, sender, label),
			account: null,
			chatId,
			sender,
			isGroup,
			timestamp: null,
		};
	});
}

/** A chat or an author as the engine writes it: people end in `@c.us` (docs/providers/waha.md, "Requests"). */
export function toEngineAddress(jid: Jid): string {
	return formatJid(onPersonServer(jid, 'c.us'));
}

/**
 * The serialized id that the engine needs: it fails with a 500 on a bare id, and in groups it looks for the author in the
 * id first.
 */
function toSerializedId(id: string, chatId: string, author: string | null, label: string): string {
	if (isWamid(id)) {
		throw new InvalidInput(
			`'${label}' holds ${shown(id)}, which is a message ID of the WhatsApp Cloud API`,
			'Choose the provider that delivered the message under \'Provider\'. Here a message ID starts with "false_".',
		);
	}
	if (!looksSerialized(id)) return serializeId(chatId, id, author);
	const parts = parseSerializedId(id);
	const endsWithId = parts !== null && id === serializeId(parts.chatId, parts.bareId, null);
	return endsWithId && author !== null ? `${id}_${author}` : id;
}

/** A hint for a group message whose author is not known: it is sent without one. */
export function hintAboutAuthor({
	isGroup,
	sender,
}: Pick<InboundMessage, 'isGroup' | 'sender'>): string | null {
	if (!isGroup || sender !== null) return null;
	return "A group message came without its sender: the ticks may stay grey. Under 'Define Below' you can fill in 'Sender'.";
}
