import type { JsonObject } from '../../input/untrustedJson';
import { skip, type WebhookReading } from '../messages';
import { readEngineWebhook } from '../wahaEngine/webhook';

/** What has no sender to show blue ticks to (docs/providers/waha.md, "Webhook"). */
const WITHOUT_TICKS = /@(broadcast|newsletter)$/;

/** Reads what WAHA posts; `session` is the account that calls are made for. */
export function readWahaWebhook(payload: JsonObject): WebhookReading | null {
	const reading = readEngineWebhook(payload, {
		name: 'WAHA',
		place: 'the WAHA dashboard',
		account: 'session',
	});
	const chatId = reading?.messages[0]?.chatId ?? '';
	return WITHOUT_TICKS.test(chatId) ? skip('a message of a channel or a broadcast list') : reading;
}
