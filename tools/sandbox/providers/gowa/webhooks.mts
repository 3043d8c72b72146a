import { newMessageId } from '../messageId.mts';
import { WEBHOOK_KINDS } from '../standIn.mts';
import type { BuiltWebhook, MessageContent, WebhookKind, WebhookOrder } from '../standIn.mts';
import type { WebhookRules } from '../standIn.mts';
import { DEVICES, toJid } from './routes.mts';

const LID = '138000000000001@lid';

const CONTENTS: Readonly<Record<MessageContent, (text: string) => object>> = {
	text: (body) => ({ body }),
	photo: (caption) => ({ image: { url: 'https://gowa-media.invalid/photo', caption } }),
	voice: () => ({ audio: { url: 'https://gowa-media.invalid/voice.ogg' } }),
};

/** The webhooks of version 9.2; of version 8, which named neither the slot nor whose message it is; and of a chat left under its LID. */
export const gowaWebhooks: WebhookRules = {
	layouts: { '9.2': WEBHOOK_KINDS, '8.0': ['direct'], lid: ['direct'] },
	build,
	canonicalId: toJid,
};

function build(order: WebhookOrder): BuiltWebhook {
	const { kind, account, layout } = order;
	const messageId = order.messageId ?? newMessageId();
	const { jid } = DEVICES.find(({ id }) => id === account) ?? { jid: account };
	const payload = {
		event: EVENTS[kind],
		device_id: jid,
		...(layout === '8.0' ? {} : { session_id: account }),
		payload: { ...aboutMessage(order, messageId, jid), ...PAYLOADS[kind](order, messageId) },
	};
	return { payload, messageId };
}

const EVENTS: Readonly<Record<WebhookKind, string>> = {
	direct: 'message',
	group: 'message',
	own: 'message',
	reaction: 'message.reaction',
	status: 'message.ack',
	edit: 'message.edited',
	revoke: 'message.revoked',
};

const CONTENT = ({ content, text }: WebhookOrder) => CONTENTS[content](text);

/** What an event has besides what all have. */
const PAYLOADS: Readonly<Record<WebhookKind, (order: WebhookOrder, messageId: string) => object>> =
	{
		direct: CONTENT,
		group: CONTENT,
		own: CONTENT,
		reaction: ({ reactsTo }) => ({
			id: newMessageId(),
			reaction: '👍',
			reacted_message_id: reactsTo ?? newMessageId(),
		}),
		status: (_, messageId) => ({
			id: undefined,
			ids: [messageId],
			receipt_type: 'read',
			receipt_type_description: 'the user opened the chat and saw the message.',
		}),
		edit: ({ text }, messageId) => ({
			id: newMessageId(),
			original_message_id: messageId,
			body: text,
		}),
		revoke: (_, messageId) => ({ id: newMessageId(), revoked_message_id: messageId }),
	};

function aboutMessage(order: WebhookOrder, id: string, jid: string): object {
	const { kind, layout, chat, sender, timestamp } = order;
	const isOwn = kind === 'own';
	return {
		id,
		chat_id: layout === 'lid' ? LID : chat,
		from: isOwn ? jid : sender,
		from_lid: LID,
		from_name: 'Sandbox Sender',
		timestamp: new Date(timestamp * 1000).toISOString(),
		...(layout === '8.0' ? {} : { is_from_me: isOwn }),
	};
}
