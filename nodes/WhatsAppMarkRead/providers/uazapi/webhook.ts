import { InvalidInput, shown } from '../../input/invalidInput';
import {
	messageIdAt,
	objectAt,
	property,
	textAt,
	unixSecondsAt,
	type JsonObject,
} from '../../input/untrustedJson';
import { formatJid, parseJid, type Jid } from '../../whatsapp/jid';
import { found, skip, unreadable, type WebhookReading } from '../messages';
import { toUazapiNumber, withoutOwner } from './fields';

/** Beside `EventType`, every event has one of these. */
const ENVELOPE = ['BaseUrl', 'instanceName', 'owner', 'token'];

/** Events that hold no message to mark; `history` holds old ones. */
const OTHER_EVENTS =
	/^(messages_update|newsletter_messages|history|connection|presence|groups|call|contacts|labels|chats|chat_labels|blocks|sender|leads)\b/;

/** Values of `messageType` that stand for a change of another message. */
const NOT_A_MESSAGE: ReadonlyArray<readonly [type: RegExp, reason: string]> = [
	[/reaction/i, 'a reaction'],
	[/pollupdate/i, 'a vote in a poll'],
	[/protocol/i, 'an edit or a deletion of an earlier message'],
];

/** What stands beside the live token: in an event, or in what an event says of the instance. */
const BESIDE_TOKEN = ['EventType', 'BaseUrl', 'instanceName', 'paircode', 'qrcode'];

/** The live token of the instance, which every event carries; also found when a workflow passes on only a part. */
export function uazapiWebhookSecrets(object: JsonObject): readonly unknown[] {
	const isHolder = BESIDE_TOKEN.some((key) => property(object, key) !== undefined);
	return [isHolder ? property(object, 'token') : undefined, property(object, 'openai_apikey')];
}

/**
 * Reads `{EventType, message, chat, …}`, or returns `null` when it is not UAZAPI's (docs/providers/uazapi.md, "Webhook").
 * `BaseUrl` and `token` are untrusted and never read.
 *
 * @throws InvalidInput when a message does not name its chat, and for an event with an unknown name, which may hold one
 */
export function readUazapiWebhook(payload: JsonObject): WebhookReading | null {
	const event = textAt(payload, 'EventType');
	if (event === null || !ENVELOPE.some((key) => property(payload, key) !== undefined)) {
		return readDocumentedEvent(payload);
	}
	if (event === 'messages') {
		const message = objectAt(payload, 'message') ?? {};
		return readMessage(message, objectAt(payload, 'chat'), textAt(payload, 'instanceName'));
	}
	if (OTHER_EVENTS.test(event)) return skip(`an event ${shown(event)}`);
	throw new InvalidInput(
		`This node does not know the UAZAPI event ${shown(event)}`,
		'Remove the event from the webhook of the instance, or filter it out with an IF node before this node. If it holds a message to mark, look for a newer version of this node.',
	);
}

/**
 * `{event: "message", instance, data}`, as documented but never seen. Evolution API's events have the same keys, but the
 * message's id under `data.key`.
 */
function readDocumentedEvent(payload: JsonObject): WebhookReading | null {
	const instance = textAt(payload, 'instance');
	const data = objectAt(payload, 'data');
	const isMessage =
		textAt(payload, 'event') === 'message' && messageIdAt(data, 'messageid') !== null;
	if (!isMessage || instance === null || data === null || property(data, 'key') !== undefined) {
		return null;
	}
	return readMessage(data, null, instance);
}

function readMessage(
	message: JsonObject,
	chatRecord: JsonObject | null,
	account: string | null,
): WebhookReading {
	const chat = chatOf(message, chatRecord);
	const reason = whyNotInbound(message, chat);
	if (reason !== null) return skip(reason);
	const id = messageIdAt(message, 'messageid') ?? withoutOwner(messageIdAt(message, 'id') ?? '');
	if (id === '') return unreadable('a message without an ID');
	if (chat === null) {
		throw new InvalidInput(
			'The UAZAPI webhook does not name the chat of the message',
			"None of message.chatid, chat.wa_chatid and message.chatlid holds a valid address. Use 'Define Below': with the message ID alone the message can be marked.",
		);
	}
	const isGroup = chat.server === 'g.us';
	return found({
		id,
		account,
		chatId: toUazapiNumber(chat),
		sender: isGroup ? authorOf(message) : null,
		isGroup,
		timestamp: unixSecondsAt(message, 'messageTimestamp'),
	});
}

function whyNotInbound(message: JsonObject, chat: Jid | null): string | null {
	if (property(message, 'fromMe') === true || property(message, 'wasSentByApi') === true) {
		return 'a message you sent yourself';
	}
	if (chat?.server === 'broadcast') return 'a status update (story)';
	if (chat?.server === 'newsletter') return 'a message of a channel (newsletter)';
	if (textAt(message, 'edited') !== null) return 'an edit of an earlier message';
	const type = textAt(message, 'messageType') ?? '';
	return NOT_A_MESSAGE.find(([pattern]) => pattern.test(type))?.[1] ?? null;
}

/**
 * The chat, by its phone number wherever the event has it, else by its LID; in direct chats it is the author's as well.
 * `chat.id` and, in the documented event, `chatid` may be an internal id (`r183…`).
 */
function chatOf(message: JsonObject, chatRecord: JsonObject | null): Jid | null {
	const isGroup = property(message, 'isGroup') === true;
	const candidates = [
		...addressesAt(message, 'chatid'),
		...addressesAt(chatRecord, 'wa_chatid'),
		...addressesAt(message, 'chatlid'),
		...(isGroup ? [] : addressesAt(message, 'sender_pn', 'sender')),
	];
	return candidates.find(({ server }) => server !== 'lid') ?? candidates[0] ?? null;
}

/** The author of a group message, for the output: by phone number, else by LID. */
function authorOf(message: JsonObject): string | null {
	const [author] = addressesAt(message, 'sender_pn', 'sender', 'sender_lid');
	return author === undefined ? null : formatJid(author);
}

/** What is below these keys, as far as it is an address with a server: internal ids and formatted numbers are none. */
function addressesAt(holder: JsonObject | null, ...keys: readonly string[]): readonly Jid[] {
	return keys
		.map((key) => parseJid(textAt(holder, key) ?? ''))
		.filter((jid): jid is Jid => jid !== null && jid.server !== null);
}
