import { META_KINDS, metaContent, metaWebhook, newWamid } from '../meta/webhook.mts';
import type { BuiltWebhook, WebhookKind, WebhookOrder, WebhookRules } from '../standIn.mts';

const NUMBER = { businessAccountId: '102290129340400', displayPhoneNumber: '5511933330000' };

/** What its own events tell of; none of its documents shows a message of a group. */
const KAPSO_KINDS: readonly WebhookKind[] = ['direct', 'status', 'reaction', 'own'];

/**
 * Kapso's webhooks (docs/providers/kapso.md, "Webhook"): its own events, several of them where buffering is on, or
 * Meta's JSON unchanged.
 */
export const kapsoWebhooks: WebhookRules = {
	layouts: { kapso: KAPSO_KINDS, batch: KAPSO_KINDS, forwarded: META_KINDS },
	build(order) {
		if (order.layout === 'forwarded') return metaWebhook(order, NUMBER);
		const event = kapsoEvent(order);
		return order.layout === 'batch' ? { ...event, payload: batchOf(event, order) } : event;
	},
};

function kapsoEvent(order: WebhookOrder): BuiltWebhook {
	const { kind, account, chat, timestamp } = order;
	const messageId = order.messageId ?? newWamid();
	const isInbound = kind === 'direct' || kind === 'reaction';
	const payload = {
		message: {
			id: messageId,
			timestamp: String(timestamp),
			...metaContent(order),
			...(isInbound ? { from: order.sender } : { to: chat }),
			kapso: {
				direction: isInbound ? 'inbound' : 'outbound',
				status: { own: 'sent', status: 'delivered' }[kind as string] ?? 'received',
				processing_status: 'pending',
				origin: kind === 'own' ? 'business_app' : 'cloud_api',
				has_media: order.content !== 'text',
			},
		},
		conversation: { id: `conv_${chat}`, phone_number: `+${chat}`, phone_number_id: account },
		is_new_conversation: false,
		phone_number_id: account,
	};
	return { payload, headers: { 'x-webhook-event': eventName(kind) }, messageId };
}

function batchOf({ payload }: BuiltWebhook, { kind }: WebhookOrder): object {
	return {
		type: eventName(kind),
		batch: true,
		data: [payload],
		batch_info: { size: 1, window_ms: 5000 },
	};
}

function eventName(kind: WebhookKind): string {
	return `whatsapp.message.${{ own: 'sent', status: 'delivered' }[kind as string] ?? 'received'}`;
}
