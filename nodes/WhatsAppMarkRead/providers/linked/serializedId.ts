import { areDifferent, formatJid, parseJid } from '../../whatsapp/jid';
import type { Jid } from '../../whatsapp/jid';
import { parseSerializedId } from '../../whatsapp/messageId';
import { InvalidInput, shown } from '../../input/invalidInput';

/**
 * Checks the chat that a serialized id names against *Chat*: the receipt would go to one of the two, and say nothing.
 *
 * @param label the display name of the parameter that holds the id
 * @throws InvalidInput when they certainly are two chats
 */
export function refuseOtherChat(id: string, chat: Jid, label: string): void {
	const named = parseJid(parseSerializedId(id)?.chatId ?? '');
	if (named === null || !areDifferent(named, chat)) return;
	throw new InvalidInput(
		`'${label}' holds ${shown(id)}, a message of the chat ${shown(formatJid(named))}, but 'Chat' is ${shown(formatJid(chat))}`,
		"Correct one of the two: take 'Chat' and the message ID from the same message.",
	);
}

/**
 * The author of a group message: *Sender* as given, else as a serialized id ends.
 *
 * @returns `null` when neither names one
 * @throws InvalidInput when both do, and certainly not the same person
 */
export function authorOf(id: string, given: Jid | null): Jid | null {
	const named = parseJid(parseSerializedId(id)?.author ?? '');
	if (given !== null && named !== null && areDifferent(given, named)) {
		throw new InvalidInput(
			`'Sender' is ${shown(formatJid(given))}, but the message ID ends with ${shown(formatJid(named))}`,
			"Leave 'Sender' empty to use the sender in the message ID, or correct one of the two.",
		);
	}
	return given ?? named;
}
