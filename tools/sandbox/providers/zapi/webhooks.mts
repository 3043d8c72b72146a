import { newMessageId } from '../messageId.mts';
import type { BuiltWebhook, MessageContent, WebhookOrder, WebhookRules } from '../standIn.mts';
import { ZAPI_HEADER_TOKEN } from './credential.mts';

const CONTENTS: Readonly<Record<MessageContent, (text: string) => object>> = {
	text: (message) => ({ text: { message } }),
	photo: (caption) => ({ image: { caption, mimeType: 'image/jpeg' } }),
	voice: () => ({ audio: { ptt: true, mimeType: 'audio/ogg; codecs=opus' } }),
};

/** Z-API's webhooks; how a deleted message looks in them is not documented. */
export const zapiWebhooks: WebhookRules = {
	layouts: { callback: ['direct', 'group', 'status', 'reaction', 'own', 'edit'] },
	build(order) {
		const messageId = order.messageId ?? newMessageId();
		const payload =
			order.kind === 'status' ? readEvent(order, messageId) : received(order, messageId);
		return { payload, headers: { server: 'Z-API', 'z-api-token': ZAPI_HEADER_TOKEN }, messageId };
	},
};

/** The event that comes of a message which was marked. */
function readEvent({ account, chat, timestamp }: WebhookOrder, messageId: string): object {
	return {
		instanceId: account,
		status: 'READ_BY_ME',
		ids: [messageId],
		momment: timestamp * 1000,
		phoneDevice: 0,
		phone: chat,
		type: 'MessageStatusCallback',
		isGroup: isGroup(chat),
	};
}

function received(order: WebhookOrder, messageId: string): BuiltWebhook['payload'] {
	const { kind, account, chat, sender, timestamp } = order;
	return {
		isStatusReply: false,
		connectedPhone: '5541988887777',
		waitingMessage: false,
		isEdit: kind === 'edit',
		isGroup: isGroup(chat),
		isNewsletter: false,
		instanceId: account,
		messageId,
		phone: chat,
		fromMe: kind === 'own',
		momment: timestamp * 1000,
		status: 'RECEIVED',
		chatName: 'Sandbox Chat',
		senderName: 'Sandbox Sender',
		participantPhone: isGroup(chat) ? sender : null,
		participantLid: null,
		broadcast: false,
		forwarded: false,
		type: 'ReceivedCallback',
		fromApi: false,
		...contentOf(order),
	};
}

function contentOf({ kind, content, text, reactsTo, chat, sender }: WebhookOrder): object {
	if (kind !== 'reaction') return CONTENTS[content](text);
	const messageId = reactsTo ?? newMessageId();
	const referencedMessage = { messageId, fromMe: true, phone: chat, participant: null };
	return { reaction: { value: '👍', reactionBy: sender, referencedMessage } };
}

function isGroup(chat: string): boolean {
	return chat.endsWith('-group');
}
