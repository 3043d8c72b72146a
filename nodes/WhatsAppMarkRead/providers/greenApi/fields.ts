import { formatJid, onPersonServer, type Jid } from '../../whatsapp/jid';
import { readBareId, readLinkedMessages } from '../linked/fields';
import type { InboundMessage } from '../messages';
import type { FieldValues, ProviderField } from '../provider';

/** The parameters that show for GREEN-API under *Define Below*. */
export const GREEN_API_FIELDS: readonly ProviderField[] = [
	{
		name: 'chatId',
		placeholder: 'e.g. +55 11 91234-5678',
		description:
			"The chat of the message: in the webhook it is 'chatId' under 'senderData'. A phone number with country code, or a JID, which ends in @c.us, @lid or @g.us (group).",
	},
	{
		name: 'messageId',
		placeholder: 'e.g. B275A7AA0D6EF89BB9245169BDF174E6',
		description:
			"The ID of a received message: in the webhook it is 'idMessage'. For several messages of the chat separate the IDs by commas, or give a list by an expression.",
	},
];

/** Bare ids (docs/providers/greenApi.md, "Message ids"). */
const IDS = { name: 'GREEN-API', example: 'B275A7AA0D6EF89BB9245169BDF174E6' };

/**
 * Reads *Chat* and *Message ID*.
 *
 * @throws InvalidInput naming the field that cannot be used
 */
export function readGreenApiFields(fields: FieldValues): readonly InboundMessage[] {
	// The chat alone says whether it is a group: GREEN-API takes no author, so that the panel does not ask for one.
	const given = { chatId: fields.chatId, chatType: 'group' };
	return readLinkedMessages(given, fields.messageId, 'Message ID').map((message) => ({
		id: readBareId(message.id, IDS),
		account: null,
		chatId: toGreenApiChat(message.chat),
		sender: message.author === null ? null : toGreenApiChat(message.author),
		isGroup: message.isGroup,
		timestamp: null,
	}));
}

/** A chat or a person as GREEN-API writes them: people end in `@c.us` (docs/providers/greenApi.md, "Requests"). */
export function toGreenApiChat(jid: Jid): string {
	return formatJid(onPersonServer(jid, 'c.us'));
}
