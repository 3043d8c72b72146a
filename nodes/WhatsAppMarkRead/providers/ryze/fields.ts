import type { InboundMessage } from '../messages';
import type { FieldValues, ProviderField } from '../provider';
import { readChatJid, readGroupSender } from '../linked/chatFields';
import { InvalidInput, shown } from '../../input/invalidInput';
import { readMessageIds } from '../../input/parameterValues';
import { authorOf, refuseOtherChat } from '../linked/serializedId';
import { formatJid, onPersonServer } from '../../whatsapp/jid';
import type { Jid } from '../../whatsapp/jid';
import { isWamid, looksSerialized, parseSerializedId } from '../../whatsapp/messageId';

/** The parameters that show for RyzeAPI under *Define Below*. */
export const RYZE_FIELDS: readonly ProviderField[] = [
	{
		name: 'chatId',
		placeholder: 'e.g. +55 11 99999-9999',
		description:
			"The chat of the message: in the webhook it is 'jid' under 'chat'. A phone number with country code, or a WhatsApp address that ends in @s.whatsapp.net, @lid or @g.us (group). RyzeAPI calls it number.",
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
			"Who wrote the group message: in the webhook it is 'jid' under 'sender'. Required in groups: without it the ticks stay grey.",
	},
];

/** Reads *Chat*, *Message ID*, *Chat Type* and *Sender*. */
export function readRyzeFields(fields: FieldValues): readonly InboundMessage[] {
	const chat = readChatJid(fields.chatId);
	const { isGroup, sender } = readGroupSender(chat, fields.chatType, fields.sender);
	return readMessageIds(fields.messageId, 'Message ID').map((id) => {
		const bareId = toBareId(id);
		refuseOtherChat(id, chat, 'Message ID');
		return {
			id: bareId,
			account: null,
			chatId: toRyzeNumber(chat),
			sender: isGroup ? toRyzeSender(authorIn(id, sender)) : null,
			isGroup,
			timestamp: null,
		};
	});
}

function authorIn(id: string, sender: Jid | null): Jid {
	const author = authorOf(id, sender);
	if (author !== null) return author;
	throw new InvalidInput(
		"'Sender' is empty, but the chat is a group",
		'RyzeAPI needs the sender of a group message: without it the ticks stay grey. Enter the JID of whoever wrote it, e.g. 5511999999999@s.whatsapp.net.',
	);
}

/** Reads *Chat* alone, for the operations on whole chats. */
export function readRyzeChat(fields: FieldValues): string {
	return toRyzeNumber(readChatJid(fields.chatId));
}

/** `number` of the API: digits, or a JID; `@c.us` becomes `@s.whatsapp.net` (docs/providers/ryze.md, "Requests"). */
export function toRyzeNumber(chat: Jid): string {
	return formatJid(chat.server === null ? chat : onPersonServer(chat, 's.whatsapp.net'));
}

/** `sender` of the API: always a JID. */
export function toRyzeSender(sender: Jid): string {
	return formatJid(onPersonServer(sender, 's.whatsapp.net'));
}

/** The bare id RyzeAPI takes: of an id in WAHA's form the third part (docs/providers/ryze.md, "Message ids"). */
function toBareId(id: string): string {
	const parts = parseSerializedId(id);
	if (isWamid(id) || (parts === null && looksSerialized(id))) {
		throw new InvalidInput(
			`'Message ID' holds ${shown(id)}, which is not a message ID of RyzeAPI`,
			"Choose the provider that delivered the message under 'Provider'. A message ID of RyzeAPI looks like 3EB08FCF27E532F1B0F5.",
		);
	}
	if (parts?.fromMe === true) {
		throw new InvalidInput(
			`'Message ID' holds ${shown(id)}, the ID of a message you sent yourself`,
			'Only received messages can be marked as read.',
		);
	}
	return parts === null ? id : parts.bareId;
}
