import { newMessageId } from '../messageId.mts';
import { WEBHOOK_KINDS } from '../standIn.mts';
import type { BuiltWebhook, MessageContent, WebhookOrder, WebhookRules } from '../standIn.mts';
import { chatJid, isGroupJid } from './routes.mts';
import { RYZE_PAYLOAD_BASE_URL, RYZE_PAYLOAD_TOKEN } from './credential.mts';

const MESSAGE_TYPES: Readonly<Record<MessageContent, string>> = {
	text: 'text',
	photo: 'image',
	voice: 'audio',
};

/** RyzeAPI's webhooks as live installations send them, and as its catalogue documents them. */
export const ryzeWebhooks: WebhookRules = {
	layouts: { live: WEBHOOK_KINDS, catalogue: WEBHOOK_KINDS },
	build,
	// The catalogue's sample has a `jid` without a domain: WhatsApp still means the person.
	canonicalId: (id) => chatJid(id) ?? id,
};

function build(order: WebhookOrder): BuiltWebhook {
	const messageId = order.messageId ?? newMessageId();
	const isStatus = order.kind === 'status';
	return {
		payload: {
			event: isStatus ? 'message.status' : 'message.exchange',
			data: order.layout === 'live' ? liveData(order, messageId) : catalogueData(order, messageId),
			instanceData: {
				baseUrl: RYZE_PAYLOAD_BASE_URL,
				instance: order.account,
				token: RYZE_PAYLOAD_TOKEN,
			},
		},
		messageId,
	};
}

/** Live: the id, the chat and the author stand in `data`, the content beside them. */
function liveData(order: WebhookOrder, messageId: string): object {
	return {
		...head(order, messageId),
		message: {
			type: messageType(order),
			content: order.text,
			media: media(order),
			...editMark(order),
		},
	};
}

/** Catalogue: everything stands in `data.message`, and a text is `{text}`. */
function catalogueData(order: WebhookOrder, messageId: string): object {
	return {
		message: {
			...head(order, messageId),
			type: messageType(order),
			content: { text: order.text },
			...(order.content === 'text' ? {} : { media: media(order) }),
			...editMark(order),
		},
	};
}

function head(order: WebhookOrder, messageId: string): object {
	const isOwn = order.kind === 'own' || order.kind === 'status';
	return {
		id: messageId,
		direction: isOwn ? 'outgoing' : 'incoming',
		timestamp: order.timestamp,
		chat: { ...identity(order.chat), type: chatType(order.chat) },
		sender: { ...identity(order.sender), name: 'Sandbox Sender' },
		...(order.kind === 'status' ? { status: 'delivered' } : {}),
	};
}

/** A chat or author known by LID only has no `jid` (docs/providers/ryze.md, "Webhook"). */
function identity(jid: string): object {
	return jid.endsWith('@lid') ? { lid: jid } : { jid };
}

function chatType(jid: string): string {
	if (isGroupJid(jid)) return 'group';
	return jid.endsWith('@newsletter') ? 'newsletter' : 'private';
}

function messageType(order: WebhookOrder): string {
	if (order.kind === 'reaction') return 'reaction';
	return order.kind === 'revoke' ? 'message_revoke' : MESSAGE_TYPES[order.content];
}

/** The catalogue names the key and that it may be `null`, not what is in it: that is the sandbox's own. */
function media({ content }: WebhookOrder): object | null {
	switch (content) {
		case 'text':
			return null;
		case 'photo':
			return { mimetype: 'image/jpeg' };
		case 'voice':
			return { mimetype: 'audio/ogg; codecs=opus', ptt: true };
	}
}

function editMark(order: WebhookOrder): object {
	return order.kind === 'edit' ? { isEdit: true } : {};
}
