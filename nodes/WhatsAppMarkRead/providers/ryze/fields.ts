import { InvalidInput } from '../../input/invalidInput';
import { formatJid, onPersonServer, type Jid } from '../../whatsapp/jid';
import { readBareId, readLinkedMessages } from '../linked/fields';
import type { InboundMessage } from '../messages';
import type { FieldValues, ProviderField } from '../provider';

/** The parameters that show for RyzeAPI under *Define Below*. */
export const RYZE_FIELDS: readonly ProviderField[] = [
	{
		name: 'chatId',
		placeholder: 'e.g. +55 11 99999-9999',
		description:
			"The chat of the message: in the webhook it is 'jid' under 'chat'. A phone number with country code, or a JID, which ends in @s.whatsapp.net, @lid or @g.us (group). RyzeAPI calls it number.",
	},
	{
		name: 'messageId',
		placeholder: 'e.g. 3EB08FCF27E532F1B0F5',
		description:
			'The ID of a received message, as in the webhook. For several messages of the chat separate the IDs by commas, or give a list by an expression.',
	},
	{ name: 'chatType' },
	{
		name: 'sender',
		placeholder: 'e.g. 5511999999999@s.whatsapp.net',
		description:
			"Who wrote the group message: in the webhook it is 'jid' under 'sender'. Required in groups unless the message ID ends with the author: without it the ticks stay grey.",
	},
];

/** Bare ids (docs/providers/ryze.md, "Message ids"). */
const IDS = { name: 'RyzeAPI', example: '3EB08FCF27E532F1B0F5' };

/**
 * Reads *Chat*, *Message ID*, *Chat Type* and *Sender*.
 *
 * @throws InvalidInput also for a group message whose author neither *Sender* nor the id names
 */
export function readRyzeFields(fields: FieldValues): readonly InboundMessage[] {
	const messages = readLinkedMessages(fields, fields.messageId, 'Message ID');
	return messages.map(({ id, chat, isGroup, author }) => {
		const bareId = readBareId(id, IDS);
		if (isGroup && author === null) {
			throw new InvalidInput(
				"'Sender' is empty, but the chat is a group",
				'RyzeAPI needs the sender of a group message: without it the ticks stay grey. Enter the JID of whoever wrote it, e.g. 5511999999999@s.whatsapp.net.',
			);
		}
		return {
			id: bareId,
			account: null,
			chatId: toRyzeNumber(chat),
			sender: author === null ? null : toRyzeSender(author),
			isGroup,
			timestamp: null,
		};
	});
}

/** `number` of the API: digits, or a JID; `@c.us` becomes `@s.whatsapp.net` (docs/providers/ryze.md, "Requests"). */
export function toRyzeNumber(chat: Jid): string {
	return formatJid(chat.server === null ? chat : onPersonServer(chat, 's.whatsapp.net'));
}

/** `sender` of the API: always a JID. */
export function toRyzeSender(sender: Jid): string {
	return formatJid(onPersonServer(sender, 's.whatsapp.net'));
}
