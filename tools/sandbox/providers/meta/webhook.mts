import { randomBytes } from 'node:crypto';
import type { BuiltWebhook, WebhookKind, WebhookOrder } from '../standIn.mts';

/** The number the webhook arrives at. */
export interface MetaNumber {
	readonly businessAccountId: string;
	readonly displayPhoneNumber: string;
}

/** The kinds of events Meta's JSON has; edits and revocations are in none of its documents. */
export const META_KINDS: readonly WebhookKind[] = ['direct', 'group', 'status', 'reaction', 'own'];

/** The business-scoped user id in the examples (docs/providers/cloudApi.md, "Webhook"). */
const SAMPLE_USER_ID = 'US.13491208655302741918';

/** A new wamid: `wamid.` and base64 text, which nobody may take apart. */
export function newWamid(): string {
	return `wamid.${randomBytes(42).toString('base64')}`;
}

/** Builds the envelope of docs/providers/cloudApi.md, "Webhook": one entry, one change, one update. */
export function metaWebhook(order: WebhookOrder, number: MetaNumber): BuiltWebhook {
	const messageId = order.messageId ?? newWamid();
	const change =
		order.kind === 'own'
			? { field: 'smb_message_echoes', value: echoValue(order, number, messageId) }
			: { field: 'messages', value: messagesValue(order, number, messageId) };
	const payload = {
		object: 'whatsapp_business_account',
		entry: [{ id: number.businessAccountId, changes: [change] }],
	};
	return { payload, messageId };
}

function messagesValue(order: WebhookOrder, number: MetaNumber, messageId: string): object {
	if (order.kind === 'status') {
		return { ...valueHead(order, number), statuses: [deliveryStatus(order, messageId)] };
	}
	return {
		...valueHead(order, number),
		contacts: [{ profile: { name: 'Sandbox Sender' }, ...contactIds(order.sender) }],
		messages: [
			{
				...authorIds(order.sender),
				...(order.kind === 'group' ? { group_id: order.chat } : {}),
				id: messageId,
				timestamp: String(order.timestamp),
				...metaContent(order),
			},
		],
	};
}

function echoValue(order: WebhookOrder, number: MetaNumber, messageId: string): object {
	return {
		...valueHead(order, number),
		message_echoes: [
			{
				from: number.displayPhoneNumber,
				to: order.chat,
				id: messageId,
				timestamp: String(order.timestamp),
				type: 'text',
				text: { body: order.text },
			},
		],
	};
}

function valueHead(order: WebhookOrder, number: MetaNumber): object {
	return {
		messaging_product: 'whatsapp',
		metadata: {
			display_phone_number: number.displayPhoneNumber,
			phone_number_id: order.account,
		},
	};
}

function deliveryStatus(order: WebhookOrder, messageId: string): object {
	return {
		id: messageId,
		status: 'delivered',
		timestamp: String(order.timestamp),
		recipient_id: order.chat,
	};
}

/** A sender known by user id only has no `from` and no `wa_id`. */
function authorIds(sender: string): object {
	return isPhoneNumber(sender)
		? { from: sender, from_user_id: SAMPLE_USER_ID }
		: { from_user_id: sender };
}

function contactIds(sender: string): object {
	return isPhoneNumber(sender) ? { wa_id: sender, user_id: SAMPLE_USER_ID } : { user_id: sender };
}

function isPhoneNumber(sender: string): boolean {
	return /^\d+$/.test(sender);
}

/**
 * What a message holds, as Meta's webhooks write it.
 *
 * @see https://developers.facebook.com/documentation/business-messaging/whatsapp/webhooks/reference/messages/audio/
 */
export function metaContent({ kind, content, text, reactsTo }: WebhookOrder): object {
	if (kind === 'reaction') {
		// `reaction.message_id` is another message, which must not be marked either.
		return { type: 'reaction', reaction: { message_id: reactsTo ?? newWamid(), emoji: '👍' } };
	}
	switch (content) {
		case 'text':
			return { type: 'text', text: { body: text } };
		case 'photo':
			return { type: 'image', image: { caption: text, ...mediaAsset('image/jpeg') } };
		case 'voice':
			return { type: 'audio', audio: { ...mediaAsset('audio/ogg; codecs=opus'), voice: true } };
	}
}

/** An asset nobody can download: the ids are made up. */
function mediaAsset(mimeType: string): object {
	return {
		mime_type: mimeType,
		sha256: randomBytes(32).toString('base64'),
		id: String(randomBytes(6).readUIntBE(0, 6)),
	};
}
