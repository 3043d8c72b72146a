import type { WebhookReading } from '../provider';
import { objectAt } from '../../input/untrustedJson';
import type { JsonObject } from '../../input/untrustedJson';
import { readMetaWebhook } from '../../meta/webhook';

/**
 * Meta's payloads as they are. One that carries a `kirim` block came through Kirim.chat (sheet kirim.md):
 * its messages belong to Kirim's app, and are to be marked there.
 */
export function readCloudApiWebhook(payload: JsonObject): WebhookReading | null {
	return objectAt(payload, 'kirim') === null ? readMetaWebhook(payload) : null;
}
