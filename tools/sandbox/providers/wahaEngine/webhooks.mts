import { randomBytes } from 'node:crypto';
import { WEBHOOK_KINDS } from '../standIn.mts';
import type { BuiltWebhook, WebhookKind, WebhookOrder, WebhookRules } from '../standIn.mts';
import { isGroupChat } from './seen.mts';

const EVENTS: Readonly<Record<WebhookKind, string>> = {
	direct: 'message',
	group: 'message',
	status: 'message.ack',
	reaction: 'message.reaction',
	own: 'message.any',
	edit: 'message.edited',
	revoke: 'message.revoked',
};

/** What differs between the services that run the engine. */
interface EngineService {
	/** The account's own JID. */
	readonly me: string;
	/** Where it keeps media files: a host that does not exist. */
	readonly mediaHost: string;
	/** What its events hold besides. */
	readonly more?: object;
}

/**
 * The webhooks of WAHA (docs/providers/waha.md, "Webhook"), which are Wawp's too. The engines differ in where a group
 * message names its author: everywhere (`plain`), only in `payload.author`, or only in the id.
 */
export function engineWebhooks(service: EngineService): WebhookRules {
	return {
		layouts: { plain: WEBHOOK_KINDS, authorOnly: ['group'], authorInId: ['group'] },
		build: (order) => buildEvent(order, service),
	};
}

function buildEvent(order: WebhookOrder, service: EngineService): BuiltWebhook {
	const messageId = order.messageId ?? newMessageId(order);
	return {
		payload: {
			id: `evt_${randomBytes(8).toString('hex')}`,
			event: EVENTS[order.kind],
			session: order.account,
			engine: order.layout === 'authorOnly' ? 'WEBJS' : 'GOWS',
			me: { id: service.me, lid: '123123123123@lid' },
			payload: eventPayload(order, service, messageId),
			...service.more,
		},
		messageId,
	};
}

function eventPayload(
	order: WebhookOrder,
	{ me, mediaHost }: EngineService,
	messageId: string,
): object {
	const fromMe = isOwn(order);
	const head = {
		id: messageId,
		timestamp: order.timestamp,
		from: fromMe ? me : order.chat,
		fromMe,
		to: fromMe ? order.chat : me,
		participant: isGroupChat(order.chat) && order.layout === 'plain' ? order.sender : null,
		...(order.layout === 'authorOnly' ? { author: order.sender } : {}),
	};
	switch (order.kind) {
		case 'status':
			return { ...head, ack: 2, ackName: 'DEVICE' };
		case 'reaction':
			return {
				...head,
				reaction: { text: '👍', messageId: order.reactsTo ?? `true_${order.chat}_${hexId()}` },
			};
		case 'edit':
			return { ...head, body: order.text, editedMessageId: hexId() };
		case 'revoke':
			return { ...head, after: null, before: null, revokedMessageId: hexId() };
		default:
			return { ...head, body: order.text, ...media(order, mediaHost), ack: fromMe ? 1 : 0 };
	}
}

/** WAHA's media block; the file behind it does not exist. */
function media({ content }: WebhookOrder, host: string): object {
	if (content === 'text') return { hasMedia: false };
	const isPhoto = content === 'photo';
	return {
		hasMedia: true,
		media: {
			url: `https://${host}/${hexId()}.${isPhoto ? 'jpeg' : 'oga'}`,
			mimetype: isPhoto ? 'image/jpeg' : 'audio/ogg; codecs=opus',
			filename: null,
		},
	};
}

function isOwn(order: WebhookOrder): boolean {
	return order.kind === 'own' || order.kind === 'status';
}

function newMessageId(order: WebhookOrder): string {
	const id = `${isOwn(order)}_${order.chat}_${hexId()}`;
	const namesAuthor = isGroupChat(order.chat) && order.layout !== 'authorOnly';
	return namesAuthor ? `${id}_${order.sender}` : id;
}

function hexId(): string {
	return randomBytes(16).toString('hex').toUpperCase();
}
