import { randomBytes } from 'node:crypto';
import { WEBHOOK_KINDS } from '../standIn.mts';
import type {
	BuiltWebhook,
	MessageContent,
	WebhookKind,
	WebhookOrder,
	WebhookRules,
} from '../standIn.mts';

const EVENTS: Partial<Readonly<Record<WebhookKind, string>>> = {
	own: 'outgoingMessageReceived',
	status: 'outgoingMessageStatus',
};

const MESSAGE_TYPES: Readonly<Record<MessageContent, string>> = {
	text: 'textMessage',
	photo: 'imageMessage',
	voice: 'audioMessage',
};

/** GREEN-API's webhooks (docs/providers/greenApi.md, "Webhook"). */
export const greenApiWebhooks: WebhookRules = { layouts: { current: WEBHOOK_KINDS }, build };

function build(order: WebhookOrder): BuiltWebhook {
	const { kind, account, chat, sender, timestamp } = order;
	const messageId = order.messageId ?? newMessageId();
	const head = {
		typeWebhook: EVENTS[kind] ?? 'incomingMessageReceived',
		instanceData: {
			idInstance: Number(account),
			wid: '5511955550000@c.us',
			typeInstance: 'whatsapp',
		},
		timestamp,
		idMessage: messageId,
	};
	const name = 'Sandbox Sender';
	const content =
		kind === 'status'
			? { chatId: chat, status: 'read', sendByApi: true }
			: {
					senderData: { chatId: chat, chatName: name, sender, senderName: name },
					messageData: messageData(order),
				};
	return { payload: { ...head, ...content }, messageId };
}

function messageData({ kind, content, text, reactsTo }: WebhookOrder): object {
	switch (kind) {
		case 'reaction':
			return {
				typeMessage: 'reactionMessage',
				extendedTextMessageData: { text: '👍' },
				quotedMessage: { stanzaId: reactsTo ?? newMessageId() },
			};
		case 'edit':
			return {
				typeMessage: 'editedMessage',
				editedMessageData: { textMessage: text, stanzaId: newMessageId() },
			};
		case 'revoke':
			return { typeMessage: 'deletedMessage', deletedMessageData: { stanzaId: newMessageId() } };
		default:
			return { typeMessage: MESSAGE_TYPES[content], ...contentOf(content, text) };
	}
}

/** The file behind the address does not exist. */
function contentOf(content: MessageContent, text: string): object {
	if (content === 'text') return { textMessageData: { textMessage: text } };
	const downloadUrl = `https://green-api-media.invalid/${newMessageId()}`;
	const mimeType = content === 'photo' ? 'image/jpeg' : 'audio/ogg; codecs=opus';
	return { fileMessageData: { downloadUrl, caption: text, mimeType } };
}

function newMessageId(): string {
	return randomBytes(16).toString('hex').toUpperCase();
}
