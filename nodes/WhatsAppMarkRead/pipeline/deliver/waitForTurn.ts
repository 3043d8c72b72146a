import type { Outside } from './outside';
import type { OpeningSource, Pace, StartedCall } from './pace';
import type { WaitBudget } from './waitBudget';

/** What a call waits with: the pace is the credential's, the rest is the execution's own. */
export interface TurnContext {
	readonly outside: Pick<Outside, 'now' | 'pause' | 'isCancelled' | 'cancelled'>;
	readonly pace: Pace;
	readonly waitBudget: WaitBudget;
	/** Requests of this execution in flight at the same time. */
	readonly maxConcurrency: number;
}

/** What came of waiting for the rate limit. */
export type Turn =
	| { readonly kind: 'started'; readonly call: StartedCall }
	| { readonly kind: 'cancelled' }
	/** The limit stays closed for longer than the execution may wait; `opensAt` where the provider says when it opens. */
	| { readonly kind: 'limited'; readonly opensAt: number | null };

/** How long others in flight hold a call up that no limit forbids: a provider that hangs must not hold up everybody. */
const LONGEST_CROWDED_MS = 5_000;

/** How long to wait at a stretch for a response that may never come, milliseconds. */
const LOOK_AGAIN_MS = 1_000;

/** Waits until a call may start, bounded by the wait budget alone, and announces it as started. */
export async function waitForTurn(context: TurnContext): Promise<Turn> {
	const { outside, pace, waitBudget, maxConcurrency } = context;
	const askedAt = outside.now();
	for (;;) {
		if (outside.isCancelled()) return { kind: 'cancelled' };
		const now = outside.now();
		const admission = pace.ask(now, maxConcurrency);
		switch (admission.kind) {
			case 'now':
				return { kind: 'started', call: pace.start(now) };
			case 'crowded': {
				const quietSince = Math.max(askedAt, admission.lastResponseAt);
				if (waitBudget.isNone || now - quietSince >= LONGEST_CROWDED_MS) {
					return { kind: 'started', call: pace.start(now) };
				}
				await nextResponse(context);
				break;
			}
			case 'allInFlight':
				if (waitBudget.latest(now) <= now) return { kind: 'started', call: pace.start(now) };
				await spendUntilNextResponse(context);
				break;
			case 'afterProbe':
				// With the budget used up its response is still worth waiting for: it decides.
				if (waitBudget.isNone) return { kind: 'limited', opensAt: null };
				await spendUntilNextResponse(context);
				break;
			case 'notBefore': {
				const { time, source } = admission;
				const until = waitUntil(time, source, now, waitBudget);
				if (until === null) {
					return { kind: 'limited', opensAt: source === 'stated' ? time : null };
				}
				pace.tryNoLaterThan(until);
				waitBudget.take(now, until);
				await outside.pause(until - now);
			}
		}
	}
}

/**
 * Until when to wait for a limit to open; `null` when that is given up. What was stated is believed; where nobody knows,
 * the last of the budget is waited for, and then one call tries.
 */
function waitUntil(
	opensAt: number,
	source: OpeningSource,
	now: number,
	waitBudget: WaitBudget,
): number | null {
	const latest = waitBudget.latest(now);
	if (opensAt <= latest) return opensAt;
	if (source === 'stated' || (source === 'refused' && latest <= now)) return null;
	return latest;
}

async function nextResponse({ outside, pace }: TurnContext): Promise<void> {
	await Promise.race([pace.nextResponse(), outside.pause(LOOK_AGAIN_MS)]);
}

async function spendUntilNextResponse(context: TurnContext): Promise<void> {
	const from = context.outside.now();
	await nextResponse(context);
	context.waitBudget.take(from, context.outside.now());
}
