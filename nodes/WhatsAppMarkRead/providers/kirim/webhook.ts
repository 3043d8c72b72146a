import { shown } from '../../input/invalidInput';
import { messageIdAt, objectAt, textAt, unixSecondsAt } from '../../input/untrustedJson';
import type { JsonObject } from '../../input/untrustedJson';
import { isWamid } from '../../whatsapp/messageId';
import { readMetaWebhook, whyNotAMessage } from '../meta/webhook';
import { found, skip, unreadable, type WebhookReading } from '../messages';

/** Where Kirim's own envelope may hold the wamid (docs/providers/kirim.md, "Webhook"); its own `msg_…` ids are not valid. */
const WAMID_KEYS = ['message_id', 'wamid', 'provider_id', 'id'] as const;

/** Kirim's own ids of an event and of its delivery. */
const OWN_ID = /^(wbd|evt)_/;

/** Events about a message that Kirim posts without an id of their own, e.g. for a reply typed in its dashboard. */
const MESSAGE_EVENT =
	/^message\.(created|sent|delivered|read|failed|edited|revoked|status|status_updated)$/;

/**
 * Kirim passes Meta's JSON on unchanged, sometimes with a `kirim` block beside it. One page of its documentation shows
 * another envelope instead: `{"id":"wbd_…","event":"message.received","delivered_at":"…","data":{"message":{…}}}`.
 * Its own events are `{"id":"evt_…","type":"contact.created","created_at":"…","livemode":true,"data":{…}}`
 * (developers.kirim.chat, "Payload Examples"): whatever their type, only `message.received` holds a message to mark.
 */
export function readKirimWebhook(payload: JsonObject): WebhookReading | null {
	return readMetaWebhook(payload) ?? readEnvelope(payload);
}

function readEnvelope(payload: JsonObject): WebhookReading | null {
	const type = textAt(payload, 'type') ?? '';
	const event = textAt(payload, 'event') ?? type;
	if (event === '' || isForeign(payload)) return null;
	const hasOwnId = OWN_ID.test(textAt(payload, 'id') ?? '');
	const hasMessage = objectAt(payload, 'data', 'message') !== null;
	if (event === 'message.received' && (hasOwnId || hasMessage)) return readReceived(payload);
	const isKirims = hasOwnId || (hasMessage && MESSAGE_EVENT.test(type));
	return isKirims ? skip(`an event ${shown(event)}`) : null;
}

/** Others have events with an id `evt_…` too: Stripe's name their `object`, those of a phone linked by QR code have a `payload`. */
function isForeign(payload: JsonObject): boolean {
	return textAt(payload, 'object') !== null || objectAt(payload, 'payload') !== null;
}

function readReceived(payload: JsonObject): WebhookReading {
	const message = objectAt(payload, 'data', 'message');
	const reason = whyNotAMessage(message);
	if (reason !== null) return skip(reason);
	const wamid = WAMID_KEYS.map((key) => messageIdAt(message, key)).find(
		(id): id is string => id !== null && isWamid(id),
	);
	if (wamid === undefined) return unreadable('a message without an ID that starts with "wamid."');
	return found({
		id: wamid,
		account: textAt(message, 'phone_number_id') ?? textAt(payload, 'data', 'phone_number_id'),
		chatId: textAt(message, 'from') ?? textAt(message, 'from_user_id'),
		sender: null,
		isGroup: false,
		timestamp: unixSecondsAt(message, 'timestamp'),
	});
}
