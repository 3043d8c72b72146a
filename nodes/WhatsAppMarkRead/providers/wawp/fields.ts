import { InvalidInput, shown } from '../../input/invalidInput';
import { formatJid, onPersonServer, type Jid } from '../../whatsapp/jid';
import { isWamid, looksSerialized, parseSerializedId, serializeId } from '../../whatsapp/messageId';
import { readLinkedMessages } from '../linked/fields';
import type { InboundMessage } from '../messages';
import type { FieldValues, ProviderField } from '../provider';

/** The parameters that show for Wawp under *Define Below*. */
export const WAWP_FIELDS: readonly ProviderField[] = [
	{
		name: 'chatId',
		placeholder: 'e.g. +44 7441 429009',
		description:
			"The chat of the message: in the webhook it is 'from' under 'payload'. A phone number with country code, or a JID, which ends in @c.us, @lid or @g.us (group).",
	},
	{
		name: 'messageIds',
		placeholder: 'e.g. false_447441429009@c.us_AAAAAAAAAAAAAAAAAAAA',
		description:
			"The IDs of received messages of the chat. The webhook has them under 'payload'. An entry may contain several IDs, separated by commas or as a list from an expression.",
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
	const messages = readLinkedMessages(fields, fields.messageIds, 'Message IDs');
	return messages.map(({ id, chat, isGroup, author }) => {
		const chatId = toWawpAddress(chat);
		const sender = author === null ? null : toWawpAddress(author);
		return {
			id: toSerializedId(id, chatId, sender),
			account: null,
			chatId,
			sender,
			isGroup,
			timestamp: null,
		};
	});
}

/** A chat or an author as Wawp writes it: people end in `@c.us` (docs/providers/wawp.md, "Requests"). */
export function toWawpAddress(jid: Jid): string {
	return formatJid(onPersonServer(jid, 'c.us'));
}

/**
 * The serialized id that Wawp needs: a bare id makes its engine fail with a 500, and in groups the engine looks for the
 * author in the id first.
 */
function toSerializedId(id: string, chatId: string, author: string | null): string {
	if (isWamid(id)) {
		throw new InvalidInput(
			`'Message IDs' holds ${shown(id)}, which is a message ID of the WhatsApp Cloud API`,
			'Choose the provider that delivered the message under \'Provider\'. A message ID of Wawp starts with "false_".',
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
