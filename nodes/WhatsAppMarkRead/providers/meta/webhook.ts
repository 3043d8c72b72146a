import { cutText } from '../../input/invalidInput';
import {
	listAt,
	messageIdAt,
	objectAt,
	property,
	textAt,
	unixSecondsAt,
	type JsonObject,
} from '../../input/untrustedJson';
import { found, joined, skip, unreadable, type WebhookReading } from '../messages';

/**
 * Message types that nobody wrote, or that change another message. Never marked: a read receipt would mark every
 * earlier message too. `unsupported` is not among them: a person wrote it, but the API cannot show it.
 */
const NOT_A_MESSAGE: Readonly<Record<string, string>> = {
	reaction: 'a reaction',
	edit: 'an edit of an earlier message',
	revoke: 'a deleted message',
	system: "WhatsApp's own notice in the chat",
	request_welcome: 'a chat that was opened without a message',
};

/** Keys of a `value` without messages, and what the event then is. */
const WITHOUT_MESSAGES: readonly (readonly [key: string, reason: string])[] = [
	['statuses', 'a delivery status'],
	['errors', 'a notice of WhatsApp about the account'],
	['message_echoes', 'a message sent from the phone'],
];

/** What n8n's WhatsApp Trigger can subscribe to besides messages: only `field` says what its items are. */
const OTHER_FIELDS =
	/^(account_|business_|message_template_|phone_number_|template_|smb_|security$|flows$|history$)/;

/**
 * Reads a payload in Meta's format, or returns `null` for any other (docs/providers/cloudApi.md, "Webhook"): the
 * envelope `{object, entry[].changes[].value}` with up to 1,000 updates, or an item of n8n's WhatsApp Trigger, which is
 * one `value` with its `field` beside the other keys.
 */
export function readMetaWebhook(payload: JsonObject): WebhookReading | null {
	const object = textAt(payload, 'object');
	if (object !== null && Array.isArray(property(payload, 'entry'))) {
		if (object !== 'whatsapp_business_account') {
			return skip(`an event ${cutText(`of ${object}`, MAX_NAME)}`);
		}
		const changes = listAt(payload, 'entry').flatMap((entry) => listAt(entry, 'changes'));
		return joined(
			changes.map((change) => readValue(objectAt(change, 'value'), textAt(change, 'field'))),
		);
	}
	const field = textAt(payload, 'field');
	const isValue =
		textAt(payload, 'messaging_product') === 'whatsapp' && objectAt(payload, 'metadata') !== null;
	const isStatus = field === 'messages' && listAt(payload, 'statuses').length > 0;
	return isValue || isStatus || OTHER_FIELDS.test(field ?? '') ? readValue(payload, field) : null;
}

/**
 * Reads what Meta posted itself, or a service that passes it on unchanged. A payload with a `kirim` block was passed on by
 * Kirim.chat: its messages belong to Kirim's app and are marked there.
 */
export function readForwardedWebhook(payload: JsonObject): WebhookReading | null {
	return objectAt(payload, 'kirim') === null ? readMetaWebhook(payload) : null;
}

/** Longest name of a `field` or an `object` that a reason repeats; Meta's own are shorter. */
const MAX_NAME = 40;

function readValue(value: JsonObject | null, field: string | null): WebhookReading {
	if (field !== null && field !== 'messages') {
		return skip(`an event "${cutText(field, MAX_NAME)}"`);
	}
	const account = textAt(value, 'metadata', 'phone_number_id');
	const withoutMessages = WITHOUT_MESSAGES.filter(([key]) => listAt(value, key).length > 0);
	return joined([
		...listAt(value, 'messages').map((message) => readMessage(message, account)),
		...withoutMessages.map(([, reason]) => skip(reason)),
	]);
}

/** The reason why an element of `messages[]` is nothing to mark, or `null` when it is a message. */
export function whyNotAMessage(message: unknown): string | null {
	return textAt(NOT_A_MESSAGE, textAt(message, 'type') ?? '');
}

/** One element of `messages[]`. */
function readMessage(message: unknown, account: string | null): WebhookReading {
	const reason = whyNotAMessage(message);
	if (reason !== null) return skip(reason);
	// Only the message's own id: `context.id` and `reaction.message_id` name other messages.
	const id = messageIdAt(message, 'id');
	if (id === null) return unreadable('a message without an ID');
	// Users with a username and no shared number have no `from` (BSUID).
	const author = textAt(message, 'from') ?? textAt(message, 'from_user_id');
	const group = textAt(message, 'group_id');
	return found({
		id,
		account,
		chatId: group ?? author,
		sender: group === null ? null : author,
		isGroup: group !== null,
		timestamp: unixSecondsAt(message, 'timestamp'),
	});
}
