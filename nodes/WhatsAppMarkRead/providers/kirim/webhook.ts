import type { InboundMessage, WebhookReading } from '../provider';
import { shown } from '../../input/invalidInput';
import { objectAt, textAt, unixSecondsAt } from '../../input/untrustedJson';
import type { JsonObject } from '../../input/untrustedJson';
import { readMetaWebhook, whyNotAMessage } from '../../meta/webhook';
import { isWamid } from '../../whatsapp/messageId';

/** Where Kirim's own envelope may hold the wamid (sheet kirim.md); its own `msg_…` ids are not valid. */
const WAMID_KEYS = ['message_id', 'wamid', 'provider_id', 'id'] as const;

/** Events of Kirim that hold no message to mark. */
const OTHER_EVENTS = /^(message\.(status|status_updated|created)|contact\.|conversation\.)/;

/**
 * Kirim passes Meta's JSON on unchanged, sometimes with a `kirim` block beside it. One page of its documents shows
 * another envelope instead: `{"id":"wbd_…","event":"message.received","delivered_at":"…","data":{"message":{…}}}`.
 */
export function readKirimWebhook(payload: JsonObject): WebhookReading | null {
	return readMetaWebhook(payload) ?? readEnvelope(payload);
}

function readEnvelope(payload: JsonObject): WebhookReading | null {
	const id = textAt(payload, 'id') ?? '';
	const event = textAt(payload, 'event') ?? textAt(payload, 'type') ?? '';
	const isKirims = /^(wbd|evt)_/.test(id);
	if (event === 'message.received' && (isKirims || objectAt(payload, 'data', 'message') !== null)) {
		return readReceived(payload);
	}
	if (isKirims && OTHER_EVENTS.test(event)) {
		return { messages: [], skipped: [`an event ${shown(event)}`], unreadable: [] };
	}
	return null;
}

function readReceived(payload: JsonObject): WebhookReading {
	const message = objectAt(payload, 'data', 'message');
	const reason = whyNotAMessage(message);
	if (reason !== null) return { messages: [], skipped: [reason], unreadable: [] };
	const wamid = WAMID_KEYS.map((key) => textAt(message, key)).find(
		(id): id is string => id !== null && isWamid(id),
	);
	if (wamid === undefined) {
		return {
			messages: [],
			skipped: [],
			unreadable: ['a message without an id that starts with "wamid."'],
		};
	}
	const received: InboundMessage = {
		id: wamid,
		account: textAt(message, 'phone_number_id') ?? textAt(payload, 'data', 'phone_number_id'),
		chatId: textAt(message, 'from') ?? textAt(message, 'from_user_id'),
		sender: null,
		isGroup: false,
		timestamp: unixSecondsAt(message, 'timestamp'),
	};
	return { messages: [received], skipped: [], unreadable: [] };
}
