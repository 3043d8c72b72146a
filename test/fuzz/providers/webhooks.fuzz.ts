import fc from 'fast-check';

import { InvalidInput } from '../../../nodes/WhatsAppMarkRead/input/invalidInput';
import type { JsonObject } from '../../../nodes/WhatsAppMarkRead/input/untrustedJson';
import { readPayload } from '../../../nodes/WhatsAppMarkRead/pipeline/payload';
import { PROVIDERS } from '../../../nodes/WhatsAppMarkRead/providers';
import type { WebhookReading } from '../../../nodes/WhatsAppMarkRead/providers/messages';
import { expectCleanPrototypes, explainedOr, frozen } from '../harness/untouched';
import { anyObject } from '../values/hostileJson';
import { itemWith } from '../values/inputItems';
import { mutatedPayload } from '../values/mutatedPayload';
import { anyProvider } from '../values/providers';

/** Longest explanation: it ends up in n8n's database and on somebody's screen. */
const MAX_EXPLANATION = 1_000;

function expectUsable(reading: WebhookReading | InvalidInput | null): void {
	expectCleanPrototypes();
	if (reading === null) return;
	if (reading instanceof InvalidInput) {
		expect(reading.message.length + reading.advice.length).toBeLessThan(MAX_EXPLANATION);
		return;
	}
	for (const { id, account, chatId, sender, timestamp } of reading.messages) {
		for (const text of [id, account, chatId, sender]) {
			if (text === null) continue;
			expect(typeof text).toBe('string');
			expect(['', 'null', 'undefined']).not.toContain(text.trim());
		}
		expect(id).not.toBeNull();
		expect(timestamp === null || Number.isSafeInteger(timestamp)).toBe(true);
	}
	for (const reason of [...reading.skipped, ...reading.unreadable]) {
		expect(reason.length).toBeLessThan(MAX_EXPLANATION);
	}
}

/** Every provider reads the payload, which stays as it was. */
function readByAll(payload: JsonObject): void {
	frozen(payload);
	for (const provider of PROVIDERS) expectUsable(explainedOr(() => provider.readWebhook(payload)));
}

describe('Whatever is posted as a webhook', () => {
	it('any JSON object gives usable messages, nothing, or an explanation', () => {
		fc.assert(fc.property(anyObject(), readByAll));
	});

	it('a real payload with things out of place gives usable messages, nothing, or an explanation', () => {
		fc.assert(fc.property(mutatedPayload(), readByAll));
	});

	it('and in whatever item it arrives, it is found, named or explained', () => {
		fc.assert(
			fc.property(anyProvider(), itemWith(mutatedPayload()), (provider, json) => {
				frozen(json);
				expectUsable(explainedOr(() => readPayload(json, provider, PROVIDERS)));
			}),
		);
	});
});
