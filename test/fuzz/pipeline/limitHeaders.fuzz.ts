import fc from 'fast-check';

import { readLimitHeaders } from '../../../nodes/WhatsAppMarkRead/pipeline/deliver/limitHeaders';
import type { LimitInfo } from '../../../nodes/WhatsAppMarkRead/pipeline/deliver/limitHeaders';
import { Pace } from '../../../nodes/WhatsAppMarkRead/pipeline/deliver/pace';
import type { CallEnd } from '../../../nodes/WhatsAppMarkRead/pipeline/deliver/pace';
import { START } from '../../helpers/virtualOutside';
import { frozen } from '../harness/untouched';
import { anyHeaders } from '../values/headers';

/** Nobody is kept away for longer, milliseconds. */
const LONGEST = 3_600_000;

function expectWithin(value: number | null, least: number, most: number): void {
	if (value === null) return;
	// Also fails for NaN.
	expect(value >= least && value <= most).toBe(true);
}

function expectBelievable({ remaining, limit, window, resetAt, ...info }: LimitInfo): void {
	expectWithin(remaining, 0, 999_999_999_999);
	expectWithin(limit, 0, 999_999_999_999);
	expectWithin(resetAt, START + 1_000, START + 300_000);
	expectWithin(info.retryAfter, 0, LONGEST);
	expectWithin(info.regainAccess, 0, LONGEST);
	expect(window === null).toBe(resetAt === null);
}

/** When a call that asks now is let in, with no other in flight; it may have to wait for two limits in turn. */
function entryTime(pace: Pace, now: number): number {
	let time = now;
	for (let asked = 0; asked < 3; asked += 1) {
		const admission = pace.ask(time, 10);
		if (admission.kind === 'now') return time;
		if (admission.kind !== 'notBefore') throw new Error('There is no response to wait for');
		expect(admission.time).toBeGreaterThan(time);
		expect(admission.time).toBeLessThanOrEqual(now + LONGEST);
		time = admission.time;
	}
	throw new Error('Nobody is ever let in');
}

const anyEnd = () => fc.constantFrom<CallEnd>('accepted', 'rateLimited', 'other');

describe('Rate limit headers', () => {
	it('say only what can be believed, whatever a server writes into them', () => {
		fc.assert(
			fc.property(anyHeaders(), (headers) => {
				expectBelievable(readLimitHeaders(frozen(headers), START));
			}),
		);
	});

	it('never keep a credential away for good, in whatever order answers come', () => {
		fc.assert(
			fc.property(
				fc.array(fc.tuple(anyHeaders(), fc.nat(60_000), anyEnd()), { maxLength: 12 }),
				(answers) => {
					const pace = new Pace();
					let now = START;
					for (const [headers, later, how] of answers) {
						now = entryTime(pace, now);
						const call = pace.start(now);
						now += later;
						pace.end(call, how, readLimitHeaders(headers, now), now);
					}
				},
			),
		);
	});
});
