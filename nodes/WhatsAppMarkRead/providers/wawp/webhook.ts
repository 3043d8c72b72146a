import type { WebhookReading } from '../provider';
import { InvalidInput, shown } from '../../input/invalidInput';
import { objectAt, property, textAt, unixSecondsAt } from '../../input/untrustedJson';
import type { JsonObject } from '../../input/untrustedJson';
import { isStatusBroadcast, parseJid } from '../../whatsapp/jid';
import { looksSerialized, parseSerializedId, serializeId } from '../../whatsapp/messageId';
import type { SerializedMessageId } from '../../whatsapp/messageId';
import { toWawpAddress } from './fields';

/** Wawp's webhook `{event, session, engine, payload, me}`, the same as WAHA's (sheet wawp.md). */

const MESSAGE_EVENTS: ReadonlySet<string> = new Set(['message', 'message.any']);

/** Events that hold no message to mark. */
const OTHER_EVENTS =
	/^(message\.(ack|reaction|revoked|edited)|session\.status|presence\.update|group\.|call\.|label\.|poll\.|chat\.archive|event\.|engine\.event)/;

/** Reads one event, or `null` when it is not Wawp's. */
export function readWawpWebhook(payload: JsonObject): WebhookReading | null {
	const event = textAt(payload, 'event') ?? '';
	const message = objectAt(payload, 'payload');
	if (MESSAGE_EVENTS.has(event) && message !== null) return readMessageEvent(message);
	const isWawps = textAt(payload, 'session') !== null || message !== null;
	return isWawps && OTHER_EVENTS.test(event) ? skip(`an event ${shown(event)}`) : null;
}

function readMessageEvent(message: JsonObject): WebhookReading {
	const id = textAt(message, 'id') ?? textAt(message, 'id', '_serialized');
	if (id === null) return { messages: [], skipped: [], unreadable: ['a message without an id'] };
	if (isOwn(message, id)) return skip('a message you sent yourself');
	const parts = parseSerializedId(id);
	// In a message that says `fromMe`, `from` may be the account itself: the id names the chat.
	const [first, second] = [textAt(message, 'from'), parts?.chatId ?? null];
	const from = property(message, 'fromMe') === true ? (second ?? first) : (first ?? second);
	if (from !== null && isStatusBroadcast(from)) return skip('a status update (story)');
	const chat = parseJid(from ?? '');
	if (chat === null) {
		throw new InvalidInput(
			'The Wawp message does not say which chat it is from',
			"Neither payload.from nor payload.id names a chat. Use 'Define Below' with the chat from elsewhere.",
		);
	}
	const chatId = toWawpAddress(chat);
	const isGroup = chat.server === 'g.us';
	const sender = isGroup ? authorOf(message, parts) : null;
	const received = {
		// Passed on unchanged; only an id that came bare is completed, since the engine fails on it.
		id: looksSerialized(id) ? id : serializeId(chatId, id, sender),
		// The credential's: `session` is not documented to be the instance id.
		account: null,
		chatId,
		sender,
		isGroup,
		timestamp: unixSecondsAt(message, 'timestamp'),
	};
	return { messages: [received], skipped: [], unreadable: [] };
}

/** The document's own sample of a received message says `fromMe: true` beside a `false_` id: the id decides. */
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

function skip(reason: string): WebhookReading {
	return { messages: [], skipped: [reason], unreadable: [] };
}
