import { InvalidInput, shown } from '../../input/invalidInput';
import { formatJid, onPersonServer, withoutDevice, type Jid } from '../../whatsapp/jid';
import { readBareId, readLinkedMessages } from '../linked/fields';
import type { InboundMessage } from '../messages';
import type { FieldValues, ProviderField } from '../provider';

/** The parameters that show for Wuzapi under *Define Below*. */
export const WUZAPI_FIELDS: readonly ProviderField[] = [
	{
		name: 'chatId',
		placeholder: 'e.g. +55 11 91234-5678',
		description:
			"The chat of the message: in the webhook it is 'Chat' under 'Info'. A phone number with country code, or a JID, which ends in @s.whatsapp.net, @lid or @g.us (group).",
	},
	{
		name: 'messageId',
		placeholder: 'e.g. 3EB0A1B2C3D4E5F60718',
		description:
			"The ID of a received message: in the webhook it is 'ID' under 'Info'. For several messages of the chat separate the IDs by commas, or give a list by an expression.",
	},
	{ name: 'chatType' },
	{
		name: 'sender',
		placeholder: 'e.g. 138000000000001@lid',
		description:
			"Who wrote the group message: in the webhook it is 'Sender' under 'Info'. Required in groups unless the message ID ends with the author: without it the ticks stay grey.",
	},
];

/** Bare ids (docs/providers/wuzapi.md, "Message ids"). */
const IDS = { name: 'Wuzapi', example: '3EB0A1B2C3D4E5F60718' };

/**
 * Reads *Chat*, *Message ID*, *Chat Type* and *Sender*.
 *
 * @throws InvalidInput also for a group message whose author neither *Sender* nor the id names, and for a chat without ticks
 */
export function readWuzapiFields(fields: FieldValues): readonly InboundMessage[] {
	const messages = readLinkedMessages(fields, fields.messageId, 'Message ID');
	return messages.map(({ id, chat, isGroup, author }) => {
		rejectWithoutTicks(chat);
		if (isGroup && author === null) {
			throw new InvalidInput(
				"'Sender' is empty, but the chat is a group",
				'Wuzapi accepts a group message without its sender, but the ticks then stay grey. Enter the JID of whoever wrote it, e.g. 138000000000001@lid.',
			);
		}
		return {
			id: readBareId(id, IDS),
			account: null,
			chatId: toWuzapiJid(chat),
			sender: author === null ? null : toWuzapiJid(author),
			isGroup,
			timestamp: null,
		};
	});
}

/**
 * A chat or an author as Wuzapi needs it: always with its server, since it reads bare digits as an address without a person;
 * without the device that a webhook may name (docs/providers/wuzapi.md, "Requests").
 */
export function toWuzapiJid(jid: Jid): string {
	return formatJid(withoutDevice(onPersonServer(jid, 's.whatsapp.net')));
}

function rejectWithoutTicks(chat: Jid): void {
	if (chat.server !== 'newsletter' && chat.server !== 'broadcast') return;
	throw new InvalidInput(
		`'Chat' is ${shown(formatJid(chat))}, a channel or a broadcast list, where nobody sees ticks`,
		'Enter the phone number of the person, or the JID of the group, that the message came from.',
	);
}
