import { randomBytes } from 'node:crypto';
import { WEBHOOK_KINDS } from '../standIn.mts';
import type { BuiltWebhook, MessageContent, WebhookKind, WebhookOrder } from '../standIn.mts';
import type { WebhookRules } from '../standIn.mts';

const PERSON = '@s.whatsapp.net';

/** What happened to the messages, by `event.event`. */
const ACTIONS: Readonly<Partial<Record<WebhookKind, string>>> = { edit: 'patch', revoke: 'delete' };

const CONTENTS: Readonly<Record<MessageContent, (text: string) => object>> = {
	text: (body) => ({ type: 'text', text: { body } }),
	photo: (caption) => ({ type: 'image', image: { mime_type: 'image/jpeg', caption } }),
	voice: () => ({ type: 'voice', voice: { mime_type: 'audio/ogg; codecs=opus' } }),
};

/** Whapi.Cloud's webhooks (docs/providers/whapi.md, "Webhook"). */
export const whapiWebhooks: WebhookRules = {
	layouts: { plain: WEBHOOK_KINDS },
	build,
	canonicalId: (id) => (/^\d+(@c\.us)?$/.test(id) ? `${digitsOf(id)}${PERSON}` : id),
};

function build(order: WebhookOrder): BuiltWebhook {
	const { kind, account } = order;
	const messageId = order.messageId ?? newMessageId(order);
	const isStatus = kind === 'status';
	return {
		payload: {
			...(isStatus
				? { statuses: [statusOf(order, messageId)] }
				: { messages: [messageOf(order, messageId)] }),
			event: { type: isStatus ? 'statuses' : 'messages', event: ACTIONS[kind] ?? 'post' },
			channel_id: account,
		},
		messageId,
	};
}

function statusOf({ chat, timestamp }: WebhookOrder, id: string): object {
	const recipient = { recipient_id: chat, timestamp: String(timestamp) };
	return { id, code: 3, status: 'delivered', ...recipient };
}

function messageOf(order: WebhookOrder, id: string): object {
	const { kind, chat, sender, timestamp } = order;
	const isOwn = kind === 'own';
	return {
		id,
		from_me: isOwn,
		chat_id: chat,
		...(chat.endsWith('@g.us') ? { chat_name: 'Sandbox group' } : {}),
		timestamp,
		source: isOwn ? 'web' : 'mobile',
		...contentOf(order),
		from: digitsOf(sender),
		from_name: 'Sandbox Sender',
	};
}

function contentOf(order: WebhookOrder): object {
	const { kind, content, text, reactsTo } = order;
	if (kind !== 'reaction') return CONTENTS[content](text);
	const target = reactsTo ?? newMessageId(order);
	return { type: 'action', action: { target, type: 'reaction', emoji: '👍' } };
}

function digitsOf(id: string): string {
	return id.replace(/@.*$/, '');
}

/** Whapi.Cloud's own form; the ids of a group begin with a dot here. */
function newMessageId({ chat }: WebhookOrder): string {
	const id = randomBytes(12).toString('base64url');
	return chat.endsWith('@g.us') ? `.${id}` : `p.${id}-${randomBytes(6).toString('base64url')}`;
}
