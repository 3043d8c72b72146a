import { InvalidInput, shown } from '../../input/invalidInput';
import {
	messageIdAt,
	objectAt,
	property,
	textAt,
	unixSecondsAt,
	type JsonObject,
} from '../../input/untrustedJson';
import { formatJid, onPersonServer, parseJid } from '../../whatsapp/jid';
import { found, skip, unreadable, type WebhookReading } from '../messages';
import { NO_GROUPS, toGowaId } from './fields';

/** Events that hold no message to mark (docs/providers/gowa.md, "Webhook"). */
const OTHER_EVENTS =
	/^(message\.(ack|deleted|edited|reaction|revoked)|chat_presence|call\.|group\.|label\.|newsletter\.)/;

/**
 * Reads `{event, device_id, session_id, payload}`, or returns `null` when it is not GOWA's (docs/providers/gowa.md, "Webhook").
 *
 * @throws InvalidInput when its message cannot be marked, for an event with an unknown name, which may hold one, and for what
 * servers before version 8 post
 */
export function readGowaWebhook(payload: JsonObject): WebhookReading | null {
	if (isBeforeVersion8(payload)) {
		throw new InvalidInput(
			'The incoming webhook is from a GOWA server before version 8, whose format this node does not read',
			"Update the server to version 8 or later. Until then, set 'Message' to 'Define Below' and enter the chat and the message ID.",
		);
	}
	const event = textAt(payload, 'event');
	const message = objectAt(payload, 'payload');
	// WAHA has events of the same names, for a session.
	const isOfDevice = textAt(payload, 'device_id') !== null && textAt(payload, 'session') === null;
	if (event === null || message === null || !isOfDevice) return null;
	if (event === 'message') return readMessage(message, payload);
	if (OTHER_EVENTS.test(event)) return skip(`an event ${shown(event)}`);
	throw new InvalidInput(
		`This node does not know the GOWA event ${shown(event)}`,
		'Remove the event from WHATSAPP_WEBHOOK_EVENTS of the server, or filter it out with an IF node before this node. If it holds a message to mark, look for a newer version of this node.',
	);
}

/** Messages had no `event` and their values beside the content; the other events had no `device_id`. */
function isBeforeVersion8(payload: JsonObject): boolean {
	const event = textAt(payload, 'event');
	const has = (...keys: readonly string[]) => keys.every((key) => textAt(payload, key) !== null);
	if (event === null)
		return has('sender_id', 'chat_id', 'from') && objectAt(payload, 'message') !== null;
	const isOther = event === 'message.ack' || event === 'group.participants';
	const isOfChat = textAt(payload, 'payload', 'chat_id') !== null;
	return isOther && isOfChat && !has('device_id') && !has('session');
}

function readMessage(message: JsonObject, payload: JsonObject): WebhookReading {
	const deviceJid = textAt(payload, 'device_id');
	const from = textAt(message, 'from');
	// Some versions leave `is_from_me` out.
	if (property(message, 'is_from_me') === true || from === deviceJid)
		return skip('a message you sent yourself');
	const chat = parseJid(textAt(message, 'chat_id') ?? '');
	if (chat?.server === 'broadcast') return skip('a status update (story)');
	if (chat?.server === 'newsletter') return skip('a message of a channel (newsletter)');
	const givenId = messageIdAt(message, 'id');
	if (givenId === null) return unreadable('a message without an ID');
	const id = toGowaId(givenId, 'The webhook');
	if (chat === null) {
		throw new InvalidInput(
			'The GOWA webhook does not name the chat of the message',
			"payload.chat_id holds no valid address. Use 'Define Below' and enter the chat yourself.",
		);
	}
	if (chat.server === 'g.us') {
		throw new InvalidInput(
			'The GOWA webhook holds a message of a group, which GOWA cannot mark',
			`${NO_GROUPS} In this workflow, filter groups out with an IF node before this node.`,
		);
	}
	// Some versions name the chat by LID although they know the number.
	const author = parseJid(from ?? '');
	const isBetter = chat.server === 'lid' && author?.server === 's.whatsapp.net';
	return found({
		id,
		account: textAt(payload, 'session_id') ?? deviceJid,
		chatId: formatJid(onPersonServer(isBetter ? author : chat, 's.whatsapp.net')),
		sender: null,
		isGroup: false,
		timestamp: unixSecondsAt(message, 'timestamp'),
	});
}
