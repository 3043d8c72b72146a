import { InvalidInput, shown } from '../../input/invalidInput';
import { messageIdAt, objectAt, property, textAt, unixSecondsAt } from '../../input/untrustedJson';
import type { JsonObject } from '../../input/untrustedJson';
import { isStatusBroadcast, parseJid } from '../../whatsapp/jid';
import { looksSerialized, parseSerializedId, serializeId } from '../../whatsapp/messageId';
import type { SerializedMessageId } from '../../whatsapp/messageId';
import { found, skip, unreadable, type WebhookReading } from '../messages';
import { toEngineAddress } from './fields';

const MESSAGE_EVENTS: ReadonlySet<string> = new Set(['message', 'message.any']);

/** Events that hold no message to mark. */
const OTHER_EVENTS =
	/^(message\.(ack|reaction|revoked|edited|waiting)|session\.status|state\.change|presence\.update|group\.|call\.|label\.|poll\.|chat\.archive|event\.|engine\.event)/;

/** What differs between the services that run the engine. */
export interface EngineService {
	/** As in "This node does not know the Wawp event". */
	readonly name: string;
	/** Where webhooks are set up, as in "in the Wawp dashboard". */
	readonly place: string;
	/** Whether `session` is the account that calls are made for. */
	readonly account: 'session' | 'credential';
}

/**
 * Reads `{event, session, engine, payload, me}`, or returns `null` when it is not the engine's (docs/providers/waha.md, "Webhook").
 * Its services cannot be told apart by it.
 *
 * @throws InvalidInput also for an event in the engine's format with an unknown name, which may hold a message
 */
export function readEngineWebhook(
	payload: JsonObject,
	service: EngineService,
): WebhookReading | null {
	const event = textAt(payload, 'event') ?? '';
	const session = textAt(payload, 'session');
	const message = objectAt(payload, 'payload');
	// GOWA posts events of the same names, without a session: for a `device_id`, or before its version 8 for a chat alone.
	const isGowa = textAt(payload, 'device_id') !== null || textAt(message, 'chat_id') !== null;
	if (session === null && isGowa) return null;
	if (MESSAGE_EVENTS.has(event) && message !== null) {
		return readMessageEvent(message, service.account === 'session' ? session : null, service.name);
	}
	if ((session !== null || message !== null) && OTHER_EVENTS.test(event)) {
		return skip(`an event ${shown(event)}`);
	}
	if (session === null || message === null || event === '') return null;
	throw new InvalidInput(
		`This node does not know the ${service.name} event ${shown(event)}`,
		`Remove the event from the webhook in ${service.place}, or filter it out with an IF node before this node. If it holds a message to mark, look for a newer version of this node.`,
	);
}

function readMessageEvent(
	message: JsonObject,
	account: string | null,
	service: string,
): WebhookReading {
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
			`The ${service} webhook does not name the chat of the message`,
			"Neither payload.from nor payload.id names a chat. Use 'Define Below' and enter the chat yourself.",
		);
	}
	const chatId = toEngineAddress(chat);
	const isGroup = chat.server === 'g.us';
	const sender = isGroup ? authorOf(message, parts) : null;
	return found({
		// Only a bare id is completed, since the engine fails on it.
		id: looksSerialized(id) ? id : serializeId(chatId, id, sender),
		account,
		chatId,
		sender,
		isGroup,
		timestamp: unixSecondsAt(message, 'timestamp'),
	});
}

/** Wawp's sample of a received message says `fromMe: true` beside a `false_` id: the id decides. */
function isOwn(message: JsonObject, id: string): boolean {
	if (id.startsWith('true_')) return true;
	return property(message, 'fromMe') === true && !id.startsWith('false_');
}

/** `payload.participant`, else the fourth part of the id, else `payload.author`. */
function authorOf(message: JsonObject, parts: SerializedMessageId | null): string | null {
	const candidates = [textAt(message, 'participant'), parts?.author, textAt(message, 'author')];
	for (const candidate of candidates) {
		const author = parseJid(candidate ?? '');
		if (author !== null) return toEngineAddress(author);
	}
	return null;
}
