import { InvalidInput, shown } from '../../input/invalidInput';
import { messageIdAt, objectAt, property, textAt, unixSecondsAt } from '../../input/untrustedJson';
import type { JsonObject } from '../../input/untrustedJson';
import { isStatusBroadcast, parseJid } from '../../whatsapp/jid';
import { looksSerialized, parseSerializedId, serializeId } from '../../whatsapp/messageId';
import type { SerializedMessageId } from '../../whatsapp/messageId';
import { found, skip, unreadable, type WebhookReading } from '../messages';
import { toWawpAddress } from './fields';

const MESSAGE_EVENTS: ReadonlySet<string> = new Set(['message', 'message.any']);

/** Events that hold no message to mark. */
const OTHER_EVENTS =
	/^(message\.(ack|reaction|revoked|edited|waiting)|session\.status|state\.change|presence\.update|group\.|call\.|label\.|poll\.|chat\.archive|event\.|engine\.event)/;

/** The status of the instance in Wawp's flat notice, which may come without the name of an event. */
const SESSION_STATUS = /^(STOPPED|STARTING|SCAN_QR_CODE|WORKING|FAILED)$/;

/**
 * Reads `{event, session, engine, payload, me}`, or returns `null` when it is not Wawp's (docs/providers/wawp.md, "Webhook").
 *
 * @throws InvalidInput also for an event in Wawp's format with an unknown name, which may hold a message
 */
export function readWawpWebhook(payload: JsonObject): WebhookReading | null {
	const event = textAt(payload, 'event') ?? '';
	const message = objectAt(payload, 'payload');
	if (MESSAGE_EVENTS.has(event) && message !== null) return readMessageEvent(message);
	const hasSession = textAt(payload, 'session') !== null;
	if ((hasSession || message !== null) && OTHER_EVENTS.test(event)) {
		return skip(`an event ${shown(event)}`);
	}
	if (isFlatStatus(payload, event)) return skip('an event "session.status"');
	if (!hasSession || message === null || event === '') return null;
	throw new InvalidInput(
		`This node does not know the Wawp event ${shown(event)}`,
		'Remove the event from the webhook in the Wawp dashboard, or filter it out with an IF node before this node. If it holds a message to mark, look for a newer version of this node.',
	);
}

/** `{instance_id, status, …}`: a notice about the instance without the envelope of other events. */
function isFlatStatus(payload: JsonObject, event: string): boolean {
	if (textAt(payload, 'instance_id') === null) return false;
	const status = textAt(payload, 'status') ?? '';
	return event === 'session.status' || (event === '' && SESSION_STATUS.test(status));
}

function readMessageEvent(message: JsonObject): WebhookReading {
	const id = messageIdAt(message, 'id') ?? messageIdAt(message, 'id', '_serialized');
	if (id === null) return unreadable('a message without an ID');
	if (isOwn(message, id)) return skip('a message you sent yourself');
	const parts = parseSerializedId(id);
	// With `fromMe`, `from` may be the account itself: the id names the chat.
	const [first, second] = [textAt(message, 'from'), parts?.chatId ?? null];
	const from = property(message, 'fromMe') === true ? (second ?? first) : (first ?? second);
	if (from !== null && isStatusBroadcast(from)) return skip('a status update (story)');
	const chat = parseJid(from ?? '');
	if (chat === null) {
		throw new InvalidInput(
			'The Wawp webhook does not name the chat of the message',
			"Neither payload.from nor payload.id names a chat. Use 'Define Below' and enter the chat yourself.",
		);
	}
	const chatId = toWawpAddress(chat);
	const isGroup = chat.server === 'g.us';
	const sender = isGroup ? authorOf(message, parts) : null;
	return found({
		// Only a bare id is completed, since the engine fails on it.
		id: looksSerialized(id) ? id : serializeId(chatId, id, sender),
		// The credential's: `session` is not documented to be the instance id.
		account: null,
		chatId,
		sender,
		isGroup,
		timestamp: unixSecondsAt(message, 'timestamp'),
	});
}

/** The documentation's sample of a received message says `fromMe: true` beside a `false_` id: the id decides. */
function isOwn(message: JsonObject, id: string): boolean {
	if (id.startsWith('true_')) return true;
	return property(message, 'fromMe') === true && !id.startsWith('false_');
}

/** `payload.participant`, else the fourth part of the id, else `payload.author`. */
function authorOf(message: JsonObject, parts: SerializedMessageId | null): string | null {
	const candidates = [textAt(message, 'participant'), parts?.author, textAt(message, 'author')];
	for (const candidate of candidates) {
		const author = parseJid(candidate ?? '');
		if (author !== null) return toWawpAddress(author);
	}
	return null;
}
