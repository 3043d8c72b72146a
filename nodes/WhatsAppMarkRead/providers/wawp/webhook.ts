import { textAt, type JsonObject } from '../../input/untrustedJson';
import { skip, type WebhookReading } from '../messages';
import { readEngineWebhook } from '../wahaEngine/webhook';

/** The status of the instance in Wawp's flat notice, which may come without the name of an event. */
const SESSION_STATUS = /^(STOPPED|STARTING|SCAN_QR_CODE|WORKING|FAILED)$/;

/** Wawp runs WAHA's engine and posts its webhooks (docs/providers/wawp.md, "Webhook"), and a notice of its own. */
export function readWawpWebhook(payload: JsonObject): WebhookReading | null {
	if (isFlatStatus(payload)) return skip('an event "session.status"');
	return readEngineWebhook(payload, {
		name: 'Wawp',
		place: 'the Wawp dashboard',
		// `session` is not documented to be the instance id.
		account: 'credential',
	});
}

/** `{instance_id, status, …}`: a notice about the instance without the envelope of other events. */
function isFlatStatus(payload: JsonObject): boolean {
	if (textAt(payload, 'instance_id') === null) return false;
	const event = textAt(payload, 'event') ?? '';
	const status = textAt(payload, 'status') ?? '';
	return event === 'session.status' || (event === '' && SESSION_STATUS.test(status));
}
