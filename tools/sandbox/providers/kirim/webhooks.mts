import { META_KINDS, metaContent, metaWebhook, newWamid } from '../meta/webhook.mts';
import type { BuiltWebhook, WebhookOrder, WebhookRules } from '../standIn.mts';
import { kirimId } from './responses.mts';

/**
 * Kirim's webhooks (docs/providers/kirim.md, "Webhook"): Meta's JSON unchanged, the same with a `kirim` block on
 * top, or the envelope one page of its documents shows.
 */
export const kirimWebhooks: WebhookRules = {
	layouts: {
		passthrough: META_KINDS,
		passthroughWithBlock: META_KINDS,
		envelope: ['direct', 'status', 'reaction', 'own'],
	},
	build,
};

function build(order: WebhookOrder): BuiltWebhook {
	return {
		...(order.layout === 'envelope' ? envelope(order) : passthrough(order)),
		headers: { 'x-kirim-source': 'meta', 'x-kirim-event': eventName(order) },
	};
}

function passthrough(order: WebhookOrder): BuiltWebhook {
	const number = { businessAccountId: '102290129340399', displayPhoneNumber: '6281234567890' };
	const meta = metaWebhook(order, number);
	if (order.layout === 'passthrough') return meta;
	const kirim = { delivery_id: kirimId('wbd'), event: eventName(order) };
	return { ...meta, payload: { ...meta.payload, kirim } };
}

/** Where the number is in this envelope no document says: a reader must do without it. */
function envelope(order: WebhookOrder): BuiltWebhook {
	const messageId = order.messageId ?? newWamid();
	const isKirimNative = order.kind === 'own';
	const payload = {
		id: isKirimNative ? kirimId('evt') : kirimId('wbd'),
		[isKirimNative ? 'type' : 'event']: eventName(order),
		delivered_at: new Date(order.timestamp * 1000).toISOString(),
		data: {
			message: {
				id: kirimId('msg', messageId),
				message_id: messageId,
				from: order.sender,
				timestamp: String(order.timestamp),
				...(order.kind === 'status' ? { status: 'delivered' } : metaContent(order)),
			},
		},
	};
	return { payload, messageId };
}

function eventName(order: WebhookOrder): string {
	if (order.kind === 'status') return 'message.status';
	return order.kind === 'own' ? 'message.created' : 'message.received';
}
