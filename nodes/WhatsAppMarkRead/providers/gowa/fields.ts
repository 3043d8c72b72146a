import { isPathSegment } from '../../credentialValues/baseUrl';
import { InvalidInput, shown } from '../../input/invalidInput';
import { formatJid, onPersonServer, type Jid } from '../../whatsapp/jid';
import { isWamid, toBareId } from '../../whatsapp/messageId';
import { notAnIdOf, readChatJid, readLinkedMessages } from '../linked/fields';
import type { InboundMessage } from '../messages';
import type { FieldValues, ProviderField } from '../provider';

/** The parameters that show for GOWA under *Define Below*. */
export const GOWA_FIELDS: readonly ProviderField[] = [
	{
		name: 'account',
		displayName: 'Device',
		description:
			"The device (your linked WhatsApp number) that received the message: in the webhook it is 'session_id', or 'device_id' where that is missing. If empty, the one in the credential is used; a server with a single device needs none. The list shows the devices of the server.",
	},
	{
		name: 'chatId',
		placeholder: 'e.g. +55 11 91234-5678',
		description:
			"Who wrote the message: a phone number with country code, or a JID, which ends in @s.whatsapp.net or @lid. In the webhook it is 'chat_id' under 'payload'. GOWA cannot mark messages of groups.",
	},
	{
		name: 'messageId',
		placeholder: 'e.g. 3EB0A1B2C3D4E5F60718',
		description:
			"The ID of a received message: in the webhook it is 'id' under 'payload'. For several messages of the chat separate the IDs by commas, or give a list by an expression.",
	},
];

/** Why groups are refused, and the way out. */
export const NO_GROUPS =
	'Its server names itself as the author, and WhatsApp ignores such a read receipt. To have groups marked nevertheless, start the server with WHATSAPP_AUTO_MARK_READ=true: it then marks every message on arrival.';

/** Bare ids (docs/providers/gowa.md, "Message ids"). */
const IDS = { name: 'GOWA', example: '3EB0A1B2C3D4E5F60718' };

/**
 * Reads *Chat* and *Message ID*.
 *
 * @throws InvalidInput also for a chat in which the server's read receipt has no effect
 */
export function readGowaFields(fields: FieldValues): readonly InboundMessage[] {
	const chatId = toMarkableChat(readChatJid(fields.chatId));
	return readLinkedMessages(fields, fields.messageId, 'Message ID').map((message) => {
		const id = toGowaId(message.id, "'Message ID'");
		return { id, account: null, chatId, sender: null, isGroup: false, timestamp: null };
	});
}

/** `phone` of the API: always a whole JID, since the server takes long digits without a domain for a group. */
function toMarkableChat(chat: Jid): string {
	const person = onPersonServer(chat, 's.whatsapp.net');
	if (person.server === 's.whatsapp.net' || person.server === 'lid') return formatJid(person);
	const named = shown(formatJid(chat));
	if (chat.server === 'g.us') {
		throw new InvalidInput(
			`'Chat' is the group ${named}, but GOWA cannot mark messages of groups`,
			NO_GROUPS,
		);
	}
	throw new InvalidInput(
		`'Chat' is ${named}, where nobody sees blue ticks`,
		'Enter the phone number of the person who wrote the message.',
	);
}

/**
 * The bare id that GOWA accepts (docs/providers/gowa.md, "Message ids").
 *
 * @param where what holds the id
 * @throws InvalidInput when it is of Meta's Cloud API or of another provider
 */
export function toGowaId(given: string, where: string): string {
	const id = toBareId(given);
	if (id !== null && isPathSegment(id)) return id;
	const error = notAnIdOf(IDS, given, where);
	throw isWamid(given)
		? new InvalidInput(
				`${where} holds ${shown(given)}, a message ID of WhatsApp Cloud API`,
				error.advice,
			)
		: error;
}
