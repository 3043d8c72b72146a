import { isPathSegment } from '../../credentialValues/baseUrl';
import { InvalidInput, shown } from '../../input/invalidInput';
import {
	listAt,
	messageIdAt,
	objectAt,
	property,
	textAt,
	unixSecondsAt,
	type JsonObject,
} from '../../input/untrustedJson';
import { isStatusBroadcast, parseJid } from '../../whatsapp/jid';
import { found, joined, skip, unreadable, type WebhookReading } from '../messages';
import { toWhapiChat } from './fields';

/** The events that hold messages; `message` is the deprecated name. */
const MESSAGE_EVENTS: ReadonlySet<string> = new Set(['messages', 'message']);

/** Events that hold no message to mark; the last four are deprecated names. */
const OTHER_EVENTS: ReadonlySet<string> = new Set([
	...[
		'statuses',
		'channel',
		'users',
		'chats',
		'groups',
		'presences',
		'calls',
		'labels',
		'contacts',
	],
	...['ack', 'chat', 'group', 'status'],
]);

/** What happened to a message that is not new, by `event.event`. */
const CHANGES: Readonly<Record<string, string>> = {
	put: 'a change of an earlier message',
	patch: 'a change of an earlier message',
	delete: 'a deleted message',
};

/** Types of `messages[]` that nobody wrote, or that change another message. */
const NOT_A_MESSAGE: Readonly<Record<string, string>> = {
	action: 'a reaction, an edit, a deletion or a vote',
	system: "WhatsApp's own notice in the chat",
	call: 'a call',
};

/**
 * Reads `{messages, event: {type, event}, channel_id}`, or returns `null` when it is not Whapi.Cloud's
 * (docs/providers/whapi.md, "Webhook"). An item of n8n's WhatsApp Trigger has `messages` as well.
 *
 * @throws InvalidInput for an event with an unknown name, which may hold a message
 */
export function readWhapiWebhook(payload: JsonObject): WebhookReading | null {
	const event = objectAt(payload, 'event');
	const type = textAt(event, 'type');
	const account = textAt(payload, 'channel_id');
	const isMeta = ['messaging_product', 'metadata'].some((key) => property(payload, key));
	if (type === null || account === null || isMeta) return null;
	if (OTHER_EVENTS.has(type)) return skip(`an event about ${type}`);
	const action = textAt(event, 'event') ?? '';
	if (MESSAGE_EVENTS.has(type)) {
		if (action === 'post') {
			return joined(listAt(payload, 'messages').map((message) => readMessage(message, account)));
		}
		const change = textAt(CHANGES, action);
		if (change !== null) return skip(change);
	}
	throw new InvalidInput(
		`This node does not know the Whapi.Cloud event ${shown(`${type}.${action}`)}`,
		'Remove the event from the webhook in the settings of the channel, or filter it out with an IF node before this node. If it holds a message to mark, look for a newer version of this node.',
	);
}

/** One element of `messages`. `context.quoted_id` names another message. */
function readMessage(message: unknown, account: string): WebhookReading {
	const chatId = textAt(message, 'chat_id') ?? '';
	const reason = whyNotInbound(message, chatId);
	if (reason !== null) return skip(reason);
	const id = messageIdAt(message, 'id');
	if (id === null || !isPathSegment(id)) return unreadable('a message without an ID');
	const chat = parseJid(chatId);
	if (chat === null) return unreadable('a message without a chat');
	const isGroup = chat.server === 'g.us';
	const author = isGroup ? parseJid(textAt(message, 'from') ?? '') : null;
	return found({
		id,
		account,
		chatId: toWhapiChat(chat),
		sender: author === null ? null : toWhapiChat(author),
		isGroup,
		timestamp: unixSecondsAt(message, 'timestamp'),
	});
}

function whyNotInbound(message: unknown, chatId: string): string | null {
	if (property(message, 'from_me') === true) return 'a message you sent yourself';
	if (isStatusBroadcast(chatId) || chatId === 'stories') return 'a status update (story)';
	return textAt(NOT_A_MESSAGE, textAt(message, 'type') ?? '');
}
