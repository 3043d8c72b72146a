import { newMessageId } from '../messageId.mts';
import { WEBHOOK_KINDS } from '../standIn.mts';
import type { BuiltWebhook, MessageContent, WebhookOrder, WebhookRules } from '../standIn.mts';
import { UAZAPI_PAYLOAD_TOKEN } from './credential.mts';
import { chatJid } from './routes.mts';

const OWNER = '5511977776666';

const CONTENTS: Readonly<Record<MessageContent, object>> = {
	text: { messageType: 'ExtendedTextMessage', type: 'text', mediaType: '' },
	photo: { messageType: 'ImageMessage', type: 'media', mediaType: 'image' },
	voice: {
		messageType: 'AudioMessage',
		type: 'media',
		mediaType: 'ptt',
		content: { mimetype: 'audio/ogg; codecs=opus' },
	},
};

/** UAZAPI's webhooks as they were captured, and as its documents have them (docs/providers/uazapi.md, "Webhook"). */
export const uazapiWebhooks: WebhookRules = {
	layouts: { captured: WEBHOOK_KINDS, documented: ['direct', 'group'] },
	build,
	canonicalId: (id) => chatJid(id) ?? id,
};

function build(order: WebhookOrder): BuiltWebhook {
	const messageId = order.messageId ?? newMessageId();
	const message = messageOf(order, messageId);
	if (order.layout === 'documented') {
		return { payload: { event: 'message', instance: order.account, data: message }, messageId };
	}
	const isStatus = order.kind === 'status';
	const event = { Chat: order.chat, MessageIDs: [messageId], Type: 'read' };
	return {
		payload: {
			BaseUrl: 'https://uazapi-payload.invalid',
			EventType: isStatus ? 'messages_update' : 'messages',
			instanceName: order.account,
			owner: OWNER,
			token: UAZAPI_PAYLOAD_TOKEN,
			...(isStatus
				? { event, state: 'Read', type: 'ReadReceipt' }
				: { chat: chatOf(order), message }),
		},
		messageId,
	};
}

function chatOf({ chat }: WebhookOrder): object {
	return { id: 'r0a1b2c3', wa_chatid: chat, wa_isGroup: isGroup(chat), wa_unreadCount: 1 };
}

function messageOf({ kind, chat, sender, ...order }: WebhookOrder, messageId: string): object {
	return {
		id: `${OWNER}:${messageId}`,
		messageid: messageId,
		chatid: chat,
		sender: '138000000000001@lid',
		sender_pn: sender,
		fromMe: kind === 'own',
		isGroup: isGroup(chat),
		wasSentByApi: false,
		...CONTENTS[order.content],
		...(kind === 'reaction' ? { messageType: 'ReactionMessage' } : {}),
		...(kind === 'revoke' ? { messageType: 'ProtocolMessage' } : {}),
		text: kind === 'reaction' ? '👍' : order.text,
		reaction: kind === 'reaction' ? (order.reactsTo ?? newMessageId()) : '',
		edited: kind === 'edit' ? newMessageId() : '',
		messageTimestamp: order.timestamp * 1000,
		owner: OWNER,
	};
}

function isGroup(chat: string): boolean {
	return chat.endsWith('@g.us');
}
