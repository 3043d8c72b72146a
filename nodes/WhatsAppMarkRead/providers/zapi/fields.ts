import { InvalidInput, shown } from '../../input/invalidInput';
import { readText } from '../../input/parameterValues';
import { formatJid, type Jid } from '../../whatsapp/jid';
import { readBareId, readChatJid, readIdsOfChat } from '../linked/fields';
import type { InboundMessage } from '../messages';
import type { FieldValues, ProviderField } from '../provider';

/** The parameters that show for Z-API under *Define Below*. */
export const ZAPI_FIELDS: readonly ProviderField[] = [
	{
		name: 'chatId',
		placeholder: 'e.g. +55 11 99999-9999',
		description:
			"The chat of the message: in the webhook it is 'phone'. A phone number with country code, the ID of a group, which ends in -group or @g.us, or a LID, which ends in @lid.",
	},
	{
		name: 'messageId',
		placeholder: 'e.g. 3EB0A1B2C3D4E5F60718',
		description:
			"The ID of a received message: in the webhook it is 'messageId'. For several messages of the chat separate the IDs by commas, or give a list by an expression.",
	},
];

/** The end of a group's ID as Z-API writes it. */
const GROUP_END = '-group';

/** A group as Z-API writes it; the IDs of old groups have a dash of their own. */
const GROUP = /^(\d[\d-]{9,40})-group$/i;

/** Bare ids (docs/providers/zapi.md, "Message ids"). */
const IDS = { name: 'Z-API', example: '3EB0A1B2C3D4E5F60718' };

/**
 * Reads *Chat* and *Message ID*. No author is asked for: Z-API finds it by the ID.
 *
 * @throws InvalidInput also for an ID of another provider or of another chat
 */
export function readZapiFields(fields: FieldValues): readonly InboundMessage[] {
	const chat = readZapiChat(fields);
	const chatId = toZapiPhone(chat);
	return readIdsOfChat(chat, fields.messageId, 'Message ID').map((given) => {
		const id = readBareId(given, IDS);
		const isGroup = isZapiGroup(chatId);
		return { id, account: null, chatId, sender: null, isGroup, timestamp: null };
	});
}

/** Reads *Chat* as JID, whichever of the two forms a group has. */
export function readZapiChat({ chatId }: FieldValues): Jid {
	const text = readText(chatId, 'Chat') ?? '';
	const group = GROUP.exec(text)?.[1];
	if (group !== undefined) return { user: group, server: 'g.us' };
	if (/^\d[\d-]{15,}$/.test(text)) {
		throw new InvalidInput(
			`'Chat' holds ${shown(text)}, which is neither a phone number nor the ID of a group`,
			`This looks like the ID of a group: add "${GROUP_END}" to it.`,
		);
	}
	return readChatJid(text);
}

/**
 * `phone` of the API: the digits of a person, `…-group`, or `…@lid` (docs/providers/zapi.md, "Requests").
 *
 * @throws InvalidInput for a channel or a broadcast list, for which no request is documented
 */
export function toZapiPhone(chat: Jid): string {
	switch (chat.server) {
		case 'g.us':
			return `${chat.user}${GROUP_END}`;
		case 'lid':
			return formatJid(chat);
		case 'newsletter':
		case 'broadcast':
			throw new InvalidInput(
				`'Chat' is ${shown(formatJid(chat))}, which Z-API cannot mark`,
				'Enter the phone number of a person, the ID of a group, or a LID.',
			);
		default:
			return chat.user;
	}
}

/** Whether `phone` of the API names a group. */
export function isZapiGroup(phone: string): boolean {
	return phone.endsWith(GROUP_END);
}
