import { randomBytes } from 'node:crypto';
import type { WebhookOrder } from '../standIn.mts';

/**
 * What a message holds, as Meta's webhooks write it.
 *
 * @see https://developers.facebook.com/documentation/business-messaging/whatsapp/webhooks/reference/messages/audio/
 */
export function metaContent({ content, text }: Pick<WebhookOrder, 'content' | 'text'>): object {
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
