import { InvalidInput, shown } from '../../input/invalidInput';
import { readMessageIds, readText } from '../../input/parameterValues';
import { areDifferent, formatJid, parseJid, type Jid } from '../../whatsapp/jid';
import { parseSerializedId, toBareId } from '../../whatsapp/messageId';
import type { FieldValues } from '../provider';

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

/**
 * {@link readJid} for *Chat*, which must be filled in.
 *
 * @throws InvalidInput also when it is empty
 */
export function readChatJid(value: unknown): Jid {
	const chat = readJid(value, 'Chat');
	if (chat !== null) return chat;
	throw new InvalidInput(
		"'Chat' is empty",
		'Enter the phone number of the person, or the JID of the group, that the message came from.',
	);
}

/** A message under *Define Below* of a provider that links a phone by QR code. */
export interface LinkedMessage {
	/** As given, in whichever form. */
	readonly id: string;
	readonly chat: Jid;
	readonly isGroup: boolean;
	/** The author of a group message: *Sender*, else as the id ends; `null` in direct chats, and where neither names one. */
	readonly author: Jid | null;
}

/**
 * Reads *Chat*, *Chat Type* and *Sender* with the field that holds the message ids.
 *
 * @param ids value of the field for message ids
 * @param label display name of that field
 * @throws InvalidInput also where the fields contradict each other: a read receipt for another chat or author has no effect
 */
export function readLinkedMessages(
	fields: FieldValues,
	ids: unknown,
	label: string,
): readonly LinkedMessage[] {
	const chat = readChatJid(fields.chatId);
	const isGroup = chat.server === 'g.us';
	const sender = isGroup ? readGroupSender(chat, fields) : null;
	return readIdsOfChat(chat, ids, label).map((id) => ({
		id,
		chat,
		isGroup,
		author: isGroup ? authorOf(id, sender) : null,
	}));
}

/**
 * Reads the field that holds the ids of received messages of a chat.
 *
 * @param label display name of that field
 * @returns the ids as given, in whichever form
 * @throws InvalidInput also for the id of an own message, or of a message of another chat
 */
export function readIdsOfChat(chat: Jid, ids: unknown, label: string): readonly string[] {
	const given = readMessageIds(ids, label);
	for (const id of given) {
		rejectSent(id, label);
		rejectOtherChat(id, chat, label);
	}
	return given;
}

/** *Sender* of a group; *Chat Type* must be `group`, since the panel hides *Sender* otherwise. */
function readGroupSender(group: Jid, { chatType, sender }: FieldValues): Jid | null {
	if (readText(chatType, 'Chat Type') !== 'group') {
		throw new InvalidInput(
			`'Chat' is the group ${shown(formatJid(group))}, but 'Chat Type' is 'Direct'`,
			"Set 'Chat Type' to 'Group' and fill in 'Sender' with the author of the message.",
		);
	}
	const author = readJid(sender, 'Sender');
	if (author === null || (author.server !== 'g.us' && author.server !== 'newsletter'))
		return author;
	throw new InvalidInput(
		`'Sender' is ${shown(formatJid(author))}, which is a chat, not a person`,
		'Enter the JID of the person who wrote the message in the group.',
	);
}

/** @throws InvalidInput for the serialized id of a message that the account itself sent */
export function rejectSent(id: string, label: string): void {
	if (!id.startsWith('true_')) return;
	throw new InvalidInput(
		`'${label}' holds ${shown(id)}, the ID of a message you sent yourself`,
		'Only received messages can be marked as read: their IDs start with "false_".',
	);
}

function rejectOtherChat(id: string, chat: Jid, label: string): void {
	const named = parseJid(parseSerializedId(id)?.chatId ?? '');
	if (named === null || !areDifferent(named, chat)) return;
	throw new InvalidInput(
		`'${label}' holds ${shown(id)}, a message of the chat ${shown(formatJid(named))}, but 'Chat' is ${shown(formatJid(chat))}`,
		"Correct one of the two: take 'Chat' and the message ID from the same message.",
	);
}

function authorOf(id: string, sender: Jid | null): Jid | null {
	const named = parseJid(parseSerializedId(id)?.author ?? '');
	if (sender !== null && named !== null && areDifferent(sender, named)) {
		throw new InvalidInput(
			`'Sender' is ${shown(formatJid(sender))}, but the message ID ends with ${shown(formatJid(named))}`,
			"Leave 'Sender' empty to use the sender in the message ID, or correct one of the two.",
		);
	}
	return sender ?? named;
}

/**
 * The bare id of a message, which most of these providers accept alone.
 *
 * @param provider its name, with an example of its ids
 * @throws InvalidInput for an id that has none: it is of another provider
 */
export function readBareId(given: string, provider: ProviderIds): string {
	const bareId = toBareId(given);
	if (bareId === null) throw notAnIdOf(provider, given);
	return bareId;
}

/** A provider's name, and an example of its message ids. */
export interface ProviderIds {
	readonly name: string;
	readonly example: string;
}

/**
 * Why an id is not one of the provider's.
 *
 * @param where what holds it
 */
export function notAnIdOf(
	{ name, example }: ProviderIds,
	given: string,
	where = "'Message ID'",
): InvalidInput {
	return new InvalidInput(
		`${where} holds ${shown(given)}, which is not a message ID of ${name}`,
		`Choose the provider that delivered the message under 'Provider'. A message ID of ${name} looks like ${example}.`,
	);
}
