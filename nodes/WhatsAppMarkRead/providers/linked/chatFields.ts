import { formatJid, parseJid } from '../../whatsapp/jid';
import type { Jid } from '../../whatsapp/jid';
import { InvalidInput, shown } from '../../input/invalidInput';
import { readText } from '../../input/parameterValues';

/**
 * Reads a parameter that holds a chat or an author.
 *
 * @returns the address; `null` when nothing is there
 * @throws InvalidInput when it is neither a phone number nor a JID
 */
export function readJid(value: unknown, label: string): Jid | null {
	const text = readText(value, label);
	if (text === null) return null;
	const jid = parseJid(text);
	if (jid !== null) return jid;
	throw new InvalidInput(
		`'${label}' holds ${shown(text)}, which is neither a phone number nor a JID`,
		/^[\d-]{16,}$/.test(text)
			? `This looks like the ID of a group: add "@g.us" to it, and set 'Chat Type' to 'Group'.`
			: 'Enter a phone number with country code, e.g. +55 11 99999-9999, or a JID, which ends in @s.whatsapp.net, @c.us, @lid or @g.us.',
	);
}

/** {@link readJid} for a chat that must be there, and as text. */
export function readChatJid(value: unknown): Jid {
	const chat = readJid(value, 'Chat');
	if (chat !== null) return chat;
	throw new InvalidInput(
		"'Chat' is empty",
		'Enter the phone number of the person, or the JID of the group, that the message came from.',
	);
}

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
			`'Sender' is ${shown(formatJid(author))}, which is a chat, not a person`,
			'Enter the JID of the person who wrote the message in the group.',
		);
	}
	return { isGroup: true, sender: author };
}
