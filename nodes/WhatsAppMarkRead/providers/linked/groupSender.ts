import { formatJid } from '../../whatsapp/jid';
import type { Jid } from '../../whatsapp/jid';
import { InvalidInput, shown } from '../../input/invalidInput';
import { readJid, readText } from '../../input/parameterValues';

/** Where the sender of a group message is read from, after the chat type was checked against the chat. */
export interface GroupSender {
	readonly isGroup: boolean;
	readonly sender: Jid | null;
}

/**
 * Reads *Chat Type* and *Sender* together with the chat they describe.
 * With `group` the chat may still be a person's: "either" is what the type stands for, the sender is then not used.
 *
 * @throws InvalidInput when the chat is a group but *Chat Type* says direct, so that no sender could be given
 */
export function readGroupSender(chat: Jid, chatType: unknown, sender: unknown): GroupSender {
	if (chat.server !== 'g.us') return { isGroup: false, sender: null };
	if (readText(chatType, 'Chat Type') !== 'group') {
		throw new InvalidInput(
			`'Chat' is the group ${shown(formatJid(chat))}, but 'Chat Type' is 'Direct'`,
			"Set 'Chat Type' to 'Group' and fill in 'Sender' with the author of the message.",
		);
	}
	const author = readJid(sender, 'Sender');
	if (author !== null && (author.server === 'g.us' || author.server === 'newsletter')) {
		throw new InvalidInput(
			`'Sender' is ${shown(formatJid(author))}, which is a chat and not a person`,
			'Give the address of the person who wrote the message in the group.',
		);
	}
	return { isGroup: true, sender: author };
}
