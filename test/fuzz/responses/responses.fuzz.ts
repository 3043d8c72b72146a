import fc from 'fast-check';

import { findErrorRow } from '../../../nodes/WhatsAppMarkRead/responses/errorCatalogue';
import type { CallError } from '../../../nodes/WhatsAppMarkRead/responses/errorCatalogue';
import { NETWORK_CODES } from '../../../nodes/WhatsAppMarkRead/responses/networkErrors';
import {
	readableText,
	readRawResponse,
} from '../../../nodes/WhatsAppMarkRead/responses/providerResponse';
import { explain, callFailure } from '../../../nodes/WhatsAppMarkRead/pipeline/failure';
import { expectCleanPrototypes, frozen } from '../harness/untouched';
import { readReceipt } from '../../helpers/responses';
import { anyResponse, responseBody } from '../values/responses';
import { anyProvider } from '../values/providers';
import { wildOrHugeText } from '../values/wildText';

/** Longest text of a provider that is repeated: 300 characters and the sign that something is missing. */
const MAX_TEXT = 301;

/** Longest explanation of a failure: our own words, and a text, a code and a request id of the provider. */
const MAX_EXPLANATION = 2_500;

function expectShort(...texts: ReadonlyArray<string | null>): void {
	for (const text of texts) expect(text?.length ?? 0).toBeLessThanOrEqual(MAX_TEXT);
}

describe('An answer', () => {
	it('of any bytes is readable, on one line and short', () => {
		const bytes = fc
			.uint8Array({ maxLength: 400 })
			.map((body) => Buffer.from(body).toString('utf8'));
		fc.assert(
			fc.property(fc.oneof(bytes, responseBody()), (body) => {
				const { text, isPage } = readRawResponse({ status: 200, headers: {}, body });
				expectShort(text);
				expect(text).not.toMatch(/[\r\n\t]|^ | $/);
				expect(typeof isPage).toBe('boolean');
				// Half a character cannot be stored everywhere.
				const isWhole = !/\p{Surrogate}/u.test(body);
				if (isWhole) expect(readableText(body)).not.toMatch(/\p{Surrogate}/u);
			}),
		);
	});

	it('is accepted or refused by every provider, in short words, whatever it is', () => {
		fc.assert(
			fc.property(anyProvider(), anyResponse(), (provider, raw) => {
				const verdict = readReceipt(provider, frozen(readRawResponse(frozen(raw))), ['AAAA']);
				expectCleanPrototypes();
				if (verdict.kind === 'accepted') {
					expect(raw.status >= 200 && raw.status < 300).toBe(true);
					expectShort(verdict.chatId, verdict.requestId, verdict.warning);
					return;
				}
				expect(verdict.status).toBe(raw.status);
				expectShort(verdict.text?.slice(0, MAX_TEXT) ?? null, verdict.code, verdict.requestId);
				const { message, description } = callFailure(provider, explain(provider, verdict), 1);
				expect(message).not.toBe('');
				expect(message.length + description.length).toBeLessThan(MAX_EXPLANATION);
			}),
		);
	});
});

describe('A catalogue of errors', () => {
	it('has a row for every refusal', () => {
		const code = fc.oneof(
			fc.constantFrom(...NETWORK_CODES, '190', '131009', '80007', 'rate_limit_exceeded', '299'),
			fc.nat().map(String),
			wildOrHugeText(),
		);
		const callError: fc.Arbitrary<CallError> = fc.record({
			kind: fc.constant('error' as const),
			status: fc.option(fc.oneof(fc.integer({ min: 100, max: 599 }), fc.integer())),
			code: fc.option(code),
			text: fc.option(wildOrHugeText()),
			requestId: fc.option(wildOrHugeText()),
		});
		fc.assert(
			fc.property(anyProvider(), callError, ({ errors }, given) => {
				const row = findErrorRow(errors, given);
				expect(errors).toContain(row);
				// The same again: no row remembers what it was asked before.
				expect(findErrorRow(errors, given)).toBe(row);
			}),
		);
	});
});
