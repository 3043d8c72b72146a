import { isPathSegment } from '../../credentialValues/baseUrl';
import { readMessageIds } from '../../input/parameterValues';
import { formatJid, onPersonServer, type Jid } from '../../whatsapp/jid';
import { toBareId } from '../../whatsapp/messageId';
import { notAnIdOf } from '../linked/fields';
import type { InboundMessage } from '../messages';
import type { FieldValues, ProviderField } from '../provider';

/** The parameters that show for Whapi.Cloud under *Define Below*: a message is known by its ID alone. */
export const WHAPI_FIELDS: readonly ProviderField[] = [
	{
		name: 'messageId',
		placeholder: 'e.g. p.AbCdEfGhIjKlMnO.pQrS-tUvWxYz012',
		description:
			"The ID of a received message: in the webhook it is 'id' under 'messages'. Take it exactly as it is there, with a dot at its beginning if there is one. For several messages separate the IDs by commas, or give a list by an expression.",
	},
	{
		name: 'chatId',
		placeholder: 'e.g. +55 11 99999-9999',
		description:
			"The chat: in the webhook it is 'chat_id' under 'messages'. A phone number with country code, or a JID, which ends in @s.whatsapp.net, @lid or @g.us (group).",
		operations: ['markChat', 'markChatUnread'],
	},
];

/** Opaque ids of its own (docs/providers/whapi.md, "Message ids"). */
const IDS = { name: 'Whapi.Cloud', example: 'p.AbCdEfGhIjKlMnO.pQrS-tUvWxYz012' };

/**
 * Reads *Message ID*. The IDs are Whapi.Cloud's own and opaque (docs/providers/whapi.md, "Message ids"): they are sent as given.
 *
 * @throws InvalidInput also for an ID that is certainly another provider's, or would change the path
 */
export function readWhapiFields({ messageId }: FieldValues): readonly InboundMessage[] {
	return readMessageIds(messageId, 'Message ID').map((id) => {
		if (toBareId(id) === id && isPathSegment(id))
			return { id, account: null, chatId: null, sender: null, isGroup: false, timestamp: null };
		throw notAnIdOf(IDS, id);
	});
}

/** `ChatID` and `EntryID` of the API: always a JID, since bare digits were seen refused (docs/providers/whapi.md, "Requests"). */
export function toWhapiChat(chat: Jid): string {
	return formatJid(onPersonServer(chat, 's.whatsapp.net'));
}
