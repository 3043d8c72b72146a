import { randomUUID } from 'node:crypto';
import { newMessageId } from '../messageId.mts';
import { WEBHOOK_KINDS } from '../standIn.mts';
import type { BuiltWebhook, MessageContent, WebhookKind, WebhookOrder } from '../standIn.mts';
import type { WebhookRules } from '../standIn.mts';
import { EVOLUTION_PAYLOAD_KEY } from './credential.mts';
import { toJid } from './routes.mts';

const EVENTS: Readonly<Record<WebhookKind, string>> = {
	direct: 'messages.upsert',
	group: 'messages.upsert',
	own: 'messages.upsert',
	reaction: 'messages.upsert',
	status: 'messages.update',
	edit: 'messages.edited',
	revoke: 'messages.delete',
};

const LID = '123456789012345@lid';

/** What stands beside the id in the key of a message, by the version of the server (docs/providers/evolution.md, "Webhook"). */
const ADDRESSES: Readonly<Record<string, (chat: string) => object>> = {
	'2.3.7': (chat) => ({ remoteJid: chat, remoteJidAlt: chat, addressingMode: 'lid' }),
	'2.3.6': (chat) => ({ remoteJid: LID, remoteJidAlt: chat, addressingMode: 'lid' }),
	'2.3.4': (chat) => ({ remoteJid: chat, previousRemoteJid: LID }),
	'2.3.0': (chat) => ({ remoteJid: LID, senderLid: LID, senderPn: chat }),
	'2.4': (chat) => ({ remoteJid: chat, remoteJidAlt: LID, addressingMode: 'pn' }),
};

const CONTENTS: Readonly<Record<MessageContent, (text: string) => object>> = {
	text: (conversation) => ({ messageType: 'conversation', message: { conversation } }),
	photo: (caption) => ({
		messageType: 'imageMessage',
		message: { imageMessage: { caption, mimetype: 'image/jpeg' } },
	}),
	voice: () => ({
		messageType: 'audioMessage',
		message: { audioMessage: { mimetype: 'audio/ogg; codecs=opus', ptt: true } },
	}),
};

/** Evolution API's webhooks, as its versions write them. */
export const evolutionWebhooks: WebhookRules = {
	layouts: {
		'2.3.7': WEBHOOK_KINDS,
		'2.3.6': ['direct'],
		'2.3.4': ['direct'],
		'2.3.0': ['direct'],
		'2.4': ['direct'],
	},
	build,
	canonicalId: toJid,
};

function build(order: WebhookOrder): BuiltWebhook {
	const messageId = order.messageId ?? newMessageId();
	return {
		payload: {
			event: EVENTS[order.kind],
			instance: order.account,
			data: dataOf(order, messageId),
			destination: 'https://n8n.invalid/webhook',
			date_time: new Date(order.timestamp * 1000).toISOString(),
			sender: '5521988887777@s.whatsapp.net',
			server_url: 'https://evolution-payload.invalid',
			apikey: EVOLUTION_PAYLOAD_KEY,
		},
		messageId,
	};
}

function dataOf(order: WebhookOrder, messageId: string): object {
	const { kind, chat } = order;
	const isOwn = kind === 'own' || kind === 'status';
	const key = { ...keyOf(order), fromMe: isOwn, id: messageId };
	if (kind === 'status') {
		const { fromMe } = key;
		return { messageId: randomUUID(), keyId: messageId, remoteJid: chat, fromMe, status: 'READ' };
	}
	if (kind === 'revoke') return { ...key, status: 'DELETED' };
	if (kind === 'edit') return { key, editedMessage: { conversation: order.text } };
	return {
		key,
		pushName: 'Sandbox Sender',
		status: 'DELIVERY_ACK',
		...contentOf(order),
		messageTimestamp: order.timestamp,
		instanceId: randomUUID(),
		source: 'android',
	};
}

function keyOf({ chat, sender, layout }: WebhookOrder): object {
	if (chat.endsWith('@g.us')) {
		return { remoteJid: chat, participant: LID, participantAlt: sender, addressingMode: 'lid' };
	}
	return { ...ADDRESSES[layout]?.(chat), participant: '' };
}

function contentOf({ kind, content, text, reactsTo, chat }: WebhookOrder): object {
	if (kind !== 'reaction') return CONTENTS[content](text);
	const key = { remoteJid: chat, fromMe: true, id: reactsTo ?? newMessageId() };
	return { messageType: 'reactionMessage', message: { reactionMessage: { key, text: '👍' } } };
}
