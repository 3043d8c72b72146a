import { InvalidInput, shown } from '../../input/invalidInput';
import {
	asObject,
	listAt,
	messageIdAt,
	objectAt,
	property,
	textAt,
	unixSecondsAt,
	type JsonObject,
} from '../../input/untrustedJson';
import { found, joined, skip, unreadable, type WebhookReading } from '../messages';
import { readForwardedWebhook, whyNotAMessage } from '../meta/webhook';

/**
 * Kapso posts its own events, or passes Meta's JSON on unchanged (docs/providers/kapso.md, "Webhook"). Its own are
 * `{message: {id, from, type, timestamp, kapso: {direction}}, conversation, phone_number_id}`, without the event's name, and
 * `{type, batch: true, data: […]}` with several of them where buffering is on.
 */
export function readKapsoWebhook(payload: JsonObject): WebhookReading | null {
	if (property(payload, 'batch') !== true) {
		return readEvent(payload) ?? readForwardedWebhook(payload);
	}
	const events = listAt(payload, 'data').map((event) => readEvent(asObject(event) ?? {}));
	if (events.some((event) => event !== null)) {
		return joined(events.map((event) => event ?? unreadable('an event without a message')));
	}
	const type = textAt(payload, 'type') ?? '';
	return type.startsWith('whatsapp.') ? skip(`an event ${shown(type)}`) : null;
}

/** One event of Kapso's own, or `null` when it is none. */
function readEvent(event: JsonObject): WebhookReading | null {
	const account =
		textAt(event, 'phone_number_id') ?? textAt(event, 'conversation', 'phone_number_id');
	const message = objectAt(event, 'message');
	if (message === null) return readWithoutMessage(event, account);
	const direction = textAt(message, 'kapso', 'direction');
	if (direction === null) return refuseOldVersion(event, message);
	if (account === null) return null;
	if (direction !== 'inbound') return skip('a message you sent yourself');
	const reason = whyNotAMessage(message);
	if (reason !== null) return skip(reason);
	const id = messageIdAt(message, 'id');
	if (id === null) return unreadable('a message without an ID');
	return found({
		id,
		account,
		// Users with a username and no shared number have no `from` ("Do not assume phone_number, from, to, or wa_id are always present").
		chatId: textAt(message, 'from') ?? textAt(event, 'conversation', 'business_scoped_user_id'),
		sender: null,
		isGroup: false,
		timestamp: unixSecondsAt(message, 'timestamp'),
	});
}

/** An event about a conversation: it was created, has ended, or is inactive. */
function readWithoutMessage(event: JsonObject, account: string | null): WebhookReading | null {
	const isConversation = account !== null && textAt(event, 'conversation', 'id') !== null;
	return isConversation ? skip('an event about a conversation') : null;
}

/**
 * The payload version before v2 has an id of Kapso's own instead of the wamid.
 *
 * @throws InvalidInput when the event is of that version
 */
function refuseOldVersion(event: JsonObject, message: JsonObject): null {
	const isOldVersion =
		textAt(message, 'direction') !== null &&
		textAt(message, 'message_type') !== null &&
		objectAt(event, 'conversation') !== null;
	if (!isOldVersion) return null;
	throw new InvalidInput(
		'The incoming Kapso event has the old payload version, which lacks the message ID of WhatsApp',
		'Set the payload version of the webhook to v2 in the Kapso dashboard.',
	);
}
