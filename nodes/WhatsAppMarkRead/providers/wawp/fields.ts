import type { InboundMessage } from '../messages';
import type { FieldValues, ProviderField } from '../provider';
import { readChatJid, readGroupSender } from '../linked/chatFields';
import { InvalidInput, shown } from '../../input/invalidInput';
import { readMessageIds } from '../../input/parameterValues';
import { authorOf, refuseOtherChat } from '../linked/serializedId';
import { formatJid, onPersonServer } from '../../whatsapp/jid';
import type { Jid } from '../../whatsapp/jid';
import { isWamid, looksSerialized, parseSerializedId, serializeId } from '../../whatsapp/messageId';

/** The parameters that show for Wawp under *Define Below*. */
export const WAWP_FIELDS: readonly ProviderField[] = [
	{
		name: 'chatId',
		placeholder: 'e.g. +44 7441 429009',
		description:
			"The chat of the message: in the webhook it is 'from' under 'payload'. A phone number with country code, or a WhatsApp address that ends in @c.us, @lid or @g.us (group).",
	},
	{
		name: 'messageIds',
		placeholder: 'e.g. false_447441429009@c.us_AAAAAAAAAAAAAAAAAAAA',
		description:
			"The IDs of received messages of the chat. The webhook has them under 'payload'. An entry may itself hold several IDs, separated by commas or as a list from an expression.",
	},
	{ name: 'chatType' },
	{
		name: 'sender',
		placeholder: 'e.g. 447441429009@c.us',
		description:
			"Who wrote the group messages: in the webhook it is 'participant' under 'payload'. Without it the ticks may stay grey. Leave it empty when the message IDs end with the author.",
	},
];

/** Reads *Chat*, *Message IDs*, *Chat Type* and *Sender*. */
export function readWawpFields(fields: FieldValues): readonly InboundMessage[] {
	const chat = readChatJid(fields.chatId);
	const { isGroup, sender } = readGroupSender(chat, fields.chatType, fields.sender);
	const chatId = toWawpAddress(chat);
	return readMessageIds(fields.messageIds, 'Message IDs').map((id) => {
		refuseUnmarkable(id);
		refuseOtherChat(id, chat, 'Message IDs');
		const author = isGroup ? authorOf(id, sender) : null;
		const authorAddress = author === null ? null : toWawpAddress(author);
		return {
			id: toSerializedId(id, chatId, authorAddress),
			account: null,
			chatId,
			sender: authorAddress,
			isGroup,
			timestamp: null,
		};
	});
}

/** Reads *Chat* alone, for the operations on whole chats. */
export function readWawpChat(fields: FieldValues): string {
	return toWawpAddress(readChatJid(fields.chatId));
}

/** A chat or an author as Wawp writes it: people end in `@c.us` (docs/providers/wawp.md, "Requests"). */
export function toWawpAddress(jid: Jid): string {
	return formatJid(onPersonServer(jid, 'c.us'));
}

function refuseUnmarkable(id: string): void {
	if (isWamid(id)) {
		throw new InvalidInput(
			`'Message IDs' holds ${shown(id)}, which is a message ID of the WhatsApp Cloud API`,
			'Choose the provider that delivered the message under \'Provider\'. A message ID of Wawp starts with "false_".',
		);
	}
	if (id.startsWith('true_')) {
		throw new InvalidInput(
			`'Message IDs' holds ${shown(id)}, the ID of a message you sent yourself`,
			'Only received messages can be marked as read: their IDs start with "false_".',
		);
	}
}

/**
 * The serialized id Wawp takes: a bare id makes its engine fail with a 500, and in groups the engine looks for the author
 * in the id first.
 */
function toSerializedId(id: string, chatId: string, author: string | null): string {
	if (!looksSerialized(id)) return serializeId(chatId, id, author);
	const parts = parseSerializedId(id);
	const endsWithId = parts !== null && id === serializeId(parts.chatId, parts.bareId, null);
	return endsWithId && author !== null ? `${id}_${author}` : id;
}

/** What to say of a group message that nobody has named an author for. */
export function hintAboutAuthor({
	isGroup,
	sender,
}: Pick<InboundMessage, 'isGroup' | 'sender'>): string | null {
	if (!isGroup || sender !== null) return null;
	return "A group message came without its sender: the ticks may stay grey. Under 'Define Below' you can fill in 'Sender'.";
}
