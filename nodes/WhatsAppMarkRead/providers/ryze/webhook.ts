import { InvalidInput, shown } from '../../input/invalidInput';
import { messageIdAt, objectAt, property, textAt, unixSecondsAt } from '../../input/untrustedJson';
import type { JsonObject } from '../../input/untrustedJson';
import { formatJid, isStatusBroadcast, parseJid } from '../../whatsapp/jid';
import type { Jid, JidServer } from '../../whatsapp/jid';
import { found, skip, unreadable, type WebhookReading } from '../messages';
import { toRyzeNumber, toRyzeSender } from './fields';

/** Events that hold no message to mark; these are RyzeAPI's even without the usual `instanceData`. */
const OTHER_EVENTS: ReadonlySet<string> = new Set([
	'message.status',
	'call.update',
	'group.flow',
	'instance.state',
	'label.update',
]);

/** Types of `message.exchange` that change another message. */
const NOT_A_MESSAGE: Readonly<Record<string, string>> = {
	reaction: 'a reaction',
	message_revoke: 'a deleted message',
	edit: 'an edit of an earlier message',
	message_edit: 'an edit of an earlier message',
};

/** The server of a JID that came without one, by `data.chat.type`, as in the catalogue's sample. */
const SERVER_OF_CHAT_TYPE: ReadonlyMap<string, JidServer> = new Map([
	['group', 'g.us'],
	['newsletter', 'newsletter'],
]);

/** The live token of the instance, which every event carries in `instanceData`; also found when a workflow passes on only that. */
export function ryzeWebhookSecrets(object: JsonObject): readonly unknown[] {
	const isInstanceData = textAt(object, 'instance') !== null && textAt(object, 'baseUrl') !== null;
	const instanceData = isInstanceData ? object : objectAt(object, 'instanceData');
	return [property(instanceData, 'token')];
}

/**
 * Reads `{event, data, instanceData}`, or returns `null` when it is not RyzeAPI's (docs/providers/ryze.md, "Webhook").
 * `instanceData.baseUrl` is untrusted and never read.
 *
 * @throws InvalidInput when a message does not name its chat, or a group message its author
 */
export function readRyzeWebhook(payload: JsonObject): WebhookReading | null {
	const event = textAt(payload, 'event');
	const data = objectAt(payload, 'data');
	const namesInstance = objectAt(payload, 'instanceData') !== null;
	if (event === null || (data === null && !namesInstance)) return null;
	if (event === 'message.exchange') return readExchange(data ?? {}, payload);
	// Others have events of the same names, in an envelope with an id.
	const isKnown = OTHER_EVENTS.has(event) && textAt(payload, 'id') === null;
	// Messages come in `message.exchange` alone, so that an unknown event holds none.
	return namesInstance || isKnown ? skip(`an event ${shown(event)}`) : null;
}

function readExchange(data: JsonObject, payload: JsonObject): WebhookReading {
	const message = messageOf(data);
	const reason = whyNotInbound(message, data);
	if (reason !== null) return skip(reason);
	const id = messageIdAt(message, 'id');
	if (id === null) return unreadable('a message without an ID');

	const chatType = textAt(message, 'chat', 'type');
	const chat = addressOf(message, 'chat', SERVER_OF_CHAT_TYPE.get(chatType ?? '') ?? null);
	if (chat === null) {
		throw new InvalidInput(
			'The RyzeAPI webhook does not name the chat of the message',
			"Neither chat.jid nor chat.lid holds a valid address. Use 'Define Below' and enter the chat yourself.",
		);
	}
	if (isStatusBroadcast(formatJid(chat))) return skip('a status update (story)');
	const isGroup = chat.server === 'g.us';
	const sender = isGroup ? addressOf(message, 'sender', null) : null;
	if (isGroup && sender === null) {
		throw new InvalidInput(
			'The RyzeAPI webhook does not name the sender of the group message',
			"Neither sender.jid nor sender.lid holds a valid address, and without the sender the ticks stay grey. Use 'Define Below' and fill in 'Sender'.",
		);
	}
	return found({
		id,
		account: textAt(payload, 'instanceData', 'instance'),
		chatId: toRyzeNumber(chat),
		sender: sender === null ? null : toRyzeSender(sender),
		isGroup,
		timestamp: unixSecondsAt(message, 'timestamp'),
	});
}

/** The object with id and chat: `data` in live events, `data.message` in the documented catalogue. */
function messageOf(data: JsonObject): JsonObject {
	const documented = objectAt(data, 'message');
	return documented !== null && objectAt(documented, 'chat') !== null ? documented : data;
}

function whyNotInbound(message: JsonObject, data: JsonObject): string | null {
	if (textAt(message, 'direction') === 'outgoing' || property(message, 'fromMe') === true) {
		return 'a message you sent yourself';
	}
	const contents = [message, objectAt(data, 'message'), data];
	for (const content of contents) {
		const reason = textAt(NOT_A_MESSAGE, textAt(content, 'type') ?? '');
		if (reason !== null) return reason;
		if (property(content, 'isEdit') === true || Boolean(property(content, 'edit'))) {
			return 'an edit of an earlier message';
		}
	}
	return null;
}

/** `jid`, else `lid`, of the chat or the sender, with the given server where it has none. */
function addressOf(
	message: JsonObject,
	who: 'chat' | 'sender',
	server: JidServer | null,
): Jid | null {
	return (
		parseWithServer(textAt(message, who, 'jid'), server) ??
		parseWithServer(textAt(message, who, 'lid'), 'lid')
	);
}

function parseWithServer(text: string | null, server: JidServer | null): Jid | null {
	if (text === null) return null;
	return parseJid(text.includes('@') || server === null ? text : `${text}@${server}`);
}
