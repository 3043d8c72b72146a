import { newMessageId } from '../messageId.mts';
import { WEBHOOK_KINDS } from '../standIn.mts';
import type { BuiltWebhook, WebhookOrder, WebhookRules } from '../standIn.mts';
import { PAYLOAD_TOKEN } from './credential.mts';
import { withoutDevice } from './routes.mts';

/** The number of the business, with its device. */
const ME = '5511922220000:12@s.whatsapp.net';

/** Wuzapi's webhooks: JSON text in a form, which is the default of the server, and plain JSON. */
export const wuzapiWebhooks: WebhookRules = {
	layouts: { form: WEBHOOK_KINDS, json: WEBHOOK_KINDS },
	build,
	canonicalId: withoutDevice,
};

function build(order: WebhookOrder): BuiltWebhook {
	const messageId = order.messageId ?? newMessageId();
	const posted =
		order.kind === 'status'
			? { type: 'ReadReceipt', event: receiptEvent(order, messageId), state: 'Delivered' }
			: { type: 'Message', event: messageEvent(order, messageId) };
	const envelope = { userID: '0a1b', instanceName: order.account };
	if (order.layout === 'json') return { payload: { ...posted, ...envelope }, messageId };
	const form = { jsonData: JSON.stringify(posted), token: PAYLOAD_TOKEN, ...envelope };
	return { payload: form, form: true, messageId };
}

function receiptEvent(order: WebhookOrder, messageId: string): object {
	return { ...source(order), MessageIDs: [messageId], Timestamp: timeOf(order), Type: '' };
}

function messageEvent(order: WebhookOrder, messageId: string): object {
	const { kind } = order;
	return {
		Info: {
			...source(order),
			IsFromMe: kind === 'own',
			ID: messageId,
			Type: order.content === 'text' ? 'text' : 'media',
			PushName: 'Sandbox Sender',
			Timestamp: timeOf(order),
			Category: '',
			Edit: { edit: '1', revoke: '7' }[kind as string] ?? '',
		},
		Message: contentOf(order),
		IsEdit: kind === 'edit',
	};
}

function source({ kind, chat, sender }: WebhookOrder): object {
	return {
		Chat: chat,
		// The phone itself has no device; other linked devices have one.
		Sender: kind === 'own' ? ME : sender.replace('@', ':20@'),
		IsFromMe: false,
		IsGroup: chat.endsWith('@g.us'),
		AddressingMode: chat.endsWith('@lid') ? 'lid' : '',
		SenderAlt: '',
		RecipientAlt: '',
	};
}

function contentOf({ kind, content, text, chat, reactsTo }: WebhookOrder): object {
	const key = { remoteJID: chat, fromMe: true, ID: reactsTo ?? newMessageId() };
	if (kind === 'reaction') return { reactionMessage: { key, text: '👍' } };
	if (kind === 'revoke') return { protocolMessage: { key, type: 0 } };
	if (kind === 'edit') {
		return { protocolMessage: { key, type: 14, editedMessage: { conversation: text } } };
	}
	switch (content) {
		case 'text':
			return { conversation: text };
		case 'photo':
			return { imageMessage: { mimetype: 'image/jpeg', caption: text } };
		case 'voice':
			return { audioMessage: { mimetype: 'audio/ogg; codecs=opus', PTT: true } };
	}
}

/** RFC 3339 without fractions, as Go writes it. */
function timeOf({ timestamp }: WebhookOrder): string {
	return new Date(timestamp * 1000).toISOString().replace('.000Z', 'Z');
}
