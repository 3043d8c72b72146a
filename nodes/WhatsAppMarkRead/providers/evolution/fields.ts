import { InvalidInput, shown } from '../../input/invalidInput';
import { formatJid, onPersonServer, type Jid } from '../../whatsapp/jid';
import { isWamid, toBareId } from '../../whatsapp/messageId';
import { notAnIdOf, readChatJid, readLinkedMessages } from '../linked/fields';
import type { InboundMessage } from '../messages';
import type { FieldValues, ProviderField } from '../provider';

/** The parameters that show for Evolution API under *Define Below*. */
export const EVOLUTION_FIELDS: readonly ProviderField[] = [
	{
		name: 'account',
		displayName: 'Instance',
		description:
			"The instance (your linked WhatsApp number) that received the message: in the webhook it is 'instance'. If empty, the one in the credential is used. The list shows the instances that the API key has access to.",
	},
	{
		name: 'chatId',
		placeholder: 'e.g. +55 11 99999-9999',
		description:
			"Who wrote the message: a phone number with country code, or a JID, which ends in @s.whatsapp.net. In the webhook it is 'remoteJid' or 'remoteJidAlt' under 'key', whichever ends so. Evolution API cannot mark groups and LIDs (@lid).",
	},
	{
		name: 'messageId',
		placeholder: 'e.g. 3EB0F0A1B2C3D4E5F607',
		description:
			"The ID of a received message: in the webhook it is 'id' under 'key'. For several messages of the chat separate the IDs by commas, or give a list by an expression.",
	},
];

/** What to do about chats that the server cannot mark. */
export const OTHER_WAYS =
	"To have them marked nevertheless, switch on the instance's setting 'readMessages' in the Evolution API manager: it marks every message on arrival, in groups as well.";

/** Bare ids (docs/providers/evolution.md, "Message ids"). */
const IDS = { name: 'Evolution API', example: '3EB0F0A1B2C3D4E5F607' };

/**
 * Reads *Chat* and *Message ID*.
 *
 * @throws InvalidInput also for a chat or an id that the server would drop without an error
 */
export function readEvolutionFields(fields: FieldValues): readonly InboundMessage[] {
	const chatId = toMarkableChat(readChatJid(fields.chatId));
	return readLinkedMessages(fields, fields.messageId, 'Message ID').map((message) => {
		const id = toBareId(message.id);
		if (id === null) throw notAnEvolutionId(message.id, "'Message ID'");
		return { id, account: null, chatId, sender: null, isGroup: false, timestamp: null };
	});
}

/** *Mark Chat as Unread* from the fields: the call needs the last message of the chat with its time. */
export function refuseChatFields(): never {
	throw new InvalidInput(
		"Evolution API marks a chat as unread only with 'Message' set to 'Take From Incoming Webhook'",
		'Its server asks for the last message of the chat and the time of it, which the webhook brings along.',
	);
}

/** The address that the server marks (docs/providers/evolution.md, "Requests"): always with `@s.whatsapp.net`. */
function toMarkableChat(chat: Jid): string {
	const person = onPersonServer(chat, 's.whatsapp.net');
	if (person.server === 's.whatsapp.net') return formatJid(person);
	const named = shown(formatJid(chat));
	if (chat.server === 'g.us') {
		throw new InvalidInput(
			`'Chat' is the group ${named}, but Evolution API cannot mark messages of groups`,
			`Its server leaves out the author, and WhatsApp ignores such a read receipt. ${OTHER_WAYS}`,
		);
	}
	if (chat.server === 'lid') {
		throw new InvalidInput(
			`'Chat' is the LID ${named}, for which Evolution API reports success but marks nothing`,
			"Enter the phone number of the person, or the JID that ends in @s.whatsapp.net: in the webhook it is 'remoteJid' or 'remoteJidAlt' under 'key'.",
		);
	}
	throw new InvalidInput(
		`'Chat' is ${named}, for which Evolution API reports success but marks nothing`,
		'Enter the phone number of the person who wrote the message.',
	);
}

/**
 * Why an id is not one that the server can mark: it is of Meta's Cloud API, on which an instance of Evolution API can run as
 * well, or of another provider.
 *
 * @param where what holds the id
 */
export function notAnEvolutionId(id: string, where: string): InvalidInput {
	return isWamid(id)
		? new InvalidInput(
				`${where} holds ${shown(id)}, a message ID of WhatsApp Cloud API, and Evolution API cannot mark those`,
				"Set 'Provider' to WhatsApp Cloud API: an instance of Evolution API that runs on it has no request for read receipts.",
			)
		: notAnIdOf(IDS, id, where);
}
