import { readMessageIds } from '../../input/parameterValues';
import { formatJid, onPersonServer, type Jid } from '../../whatsapp/jid';
import { notAnIdOf, readBareId, rejectSent } from '../linked/fields';
import type { InboundMessage } from '../messages';
import type { FieldValues, ProviderField } from '../provider';

/** The parameters that show for UAZAPI under *Define Below*. */
export const UAZAPI_FIELDS: readonly ProviderField[] = [
	{
		name: 'messageId',
		placeholder: 'e.g. 3EB0A1B2C3D4E5F60718',
		description:
			"The ID of a received message: in the webhook it is 'messageid' under 'message'. UAZAPI finds the chat by itself. For several messages separate the IDs by commas, or give a list by an expression.",
	},
	{
		name: 'chatId',
		operations: ['markChat', 'markChatUnread'],
		placeholder: 'e.g. +55 11 91234-5678',
		description:
			"A phone number with country code, or a JID, which ends in @s.whatsapp.net or @g.us (group): in the webhook it is 'chatid' under 'message'",
	},
];

/** Bare ids (docs/providers/uazapi.md, "Message ids"). */
const IDS = { name: 'UAZAPI', example: '3EB0A1B2C3D4E5F60718' };

/**
 * Reads *Message ID*: the server looks the message up by its id alone.
 *
 * @throws InvalidInput also for an id of another provider, and for that of an own message
 */
export function readUazapiFields({ messageId }: FieldValues): readonly InboundMessage[] {
	return readMessageIds(messageId, 'Message ID').map((given) => {
		rejectSent(given, 'Message ID');
		const id = toUazapiId(given);
		return { id, account: null, chatId: null, sender: null, isGroup: false, timestamp: null };
	});
}

/** `number` of the API: a JID, for people with `@s.whatsapp.net` (docs/providers/uazapi.md, "Requests"). */
export function toUazapiNumber(chat: Jid): string {
	return formatJid(onPersonServer(chat, 's.whatsapp.net'));
}

/** An id without the number of the account, which the webhook's `id` and the server's store put before it: `<owner>:<id>`. */
export function withoutOwner(id: string): string {
	return id.slice(id.lastIndexOf(':') + 1);
}

/** The bare id that UAZAPI accepts (docs/providers/uazapi.md, "Message ids"). */
function toUazapiId(given: string): string {
	const id = withoutOwner(readBareId(given, IDS));
	if (id === '') throw notAnIdOf(IDS, given);
	return id;
}
