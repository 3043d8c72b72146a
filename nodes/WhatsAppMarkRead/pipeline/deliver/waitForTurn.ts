import type { Outside } from './outside';
import type { OpeningSource, Pace, StartedCall } from './pace';

/** Time that one execution may spend waiting for rate limits. Waits at the same time count once. */
export class WaitBudget {
	private waitedUntil = 0;

	private left: number;

	/** @param total milliseconds; 0: never wait */
	constructor(private readonly total: number) {
		this.left = total;
	}

	get isNone(): boolean {
		return this.total <= 0;
	}

	/** The latest time that may be waited for, unix milliseconds. */
	latest(now: number): number {
		return Math.max(now, this.waitedUntil) + this.left;
	}

	/** Spends the time from now until then, at most what is left. */
	take(now: number, until: number): void {
		const cost = Math.max(0, until - Math.max(now, this.waitedUntil));
		this.left = Math.max(0, this.left - cost);
		this.waitedUntil = Math.max(this.waitedUntil, until);
	}
}

/** What a call waits with: the pace is the credential's, the rest is the execution's own. */
export interface TurnContext {
	readonly outside: Pick<Outside, 'now' | 'pause' | 'isCancelled' | 'cancelled'>;
	readonly pace: Pace;
	readonly waitBudget: WaitBudget;
	/** Requests of this execution in flight at the same time. */
	readonly maxConcurrency: number;
}

/** The result of waiting for the rate limit. */
export type Turn =
	| { readonly kind: 'started'; readonly call: StartedCall }
	| { readonly kind: 'cancelled' }
	/** The limit stays closed for longer than the execution may wait; `opensAt` where the provider says when it opens. */
	| { readonly kind: 'limited'; readonly opensAt: number | null };

/** How long calls in flight delay one that no limit forbids: a provider that hangs must not block every call. */
const LONGEST_CROWDED_MS = 5_000;

/** How long to wait at a stretch for a response that may never come, milliseconds. */
const LOOK_AGAIN_MS = 1_000;

/** Waits until a call may start, bounded by the wait budget alone, and starts it at the pace. */
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
				// Its response is worth waiting for even with the budget used up.
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
 * Until when to wait for a limit to open; `null` to give up. A stated time is believed; where it is only guessed, the
 * rest of the budget is waited for, and then one call tries.
 */
function waitUntil(
	opensAt: number,
	source: OpeningSource,
	now: number,
	waitBudget: WaitBudget,
): number | null {
	const latest = waitBudget.latest(now);
	if (opensAt <= latest) return opensAt;
	if (source === 'stated' || (source === 'guessed' && latest <= now)) return null;
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
