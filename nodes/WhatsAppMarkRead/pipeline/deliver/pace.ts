import { AnnouncedWindow, type WindowAdmission } from './announcedWindow';
import { LearnedLimit, nextTry } from './learnedLimit';
import { statedOpening, type LimitInfo } from './limitHeaders';

/** Whether a call may start. */
export type Admission =
	| WindowAdmission
	/** Not before this time, unix milliseconds. */
	| { readonly kind: 'notBefore'; readonly time: number; readonly source: OpeningSource }
	/** The limit was hit, and a call in flight will show whether it has opened again. */
	| { readonly kind: 'afterProbe' }
	/** As many calls are in flight as should be risked at a time, those of other executions included. */
	| { readonly kind: 'crowded'; readonly lastResponseAt: number };

/**
 * How it is known when the limit opens: the provider has `stated` it, or it is `guessed` after a rate limit error that
 * does not say, or `learned` from the windows before that this one is used up.
 */
export type OpeningSource = 'stated' | 'guessed' | 'learned';

/** A call that has started. */
export interface StartedCall {
	/** Unix milliseconds. */
	readonly at: number;
}

/** How a call ended: accepted, with a rate limit error, or anything else. */
export type CallEnd = 'accepted' | 'rateLimited' | 'other';

/** A limit that was hit, or that is used up. */
interface Closed {
	readonly since: number;
	/** Rate limit errors one after the other; 0 when the window is used up as learned. */
	readonly hits: number;
	/** When the next call may try, unix milliseconds. */
	until: number;
	source: OpeningSource;
}

/** Calls in flight are risked up to this part of those accepted since the last rate limit error. */
const RISKED_PART = 5;

/**
 * What is known about one credential's rate limit, shared by all executions of this n8n process: it stops calls
 * before the limit instead of running into it. After a rate limit error one call tries again, the others wait for it.
 * It knows the time only from its callers.
 */
export class Pace {
	private inFlight = 0;

	private readonly announced = new AnnouncedWindow();

	private readonly learned = new LearnedLimit();

	private closed: Closed | null = null;

	/** The call that shows whether the limit has opened. */
	private probe: StartedCall | null = null;

	private openedAt = 0;

	private wasHit = false;

	private acceptedSinceHit = 0;

	private lastResponseAt = 0;

	private waking: Array<() => void> = [];

	/**
	 * Whether a call may start now. A caller whose call may start must call {@link start}.
	 *
	 * @param now unix milliseconds
	 * @param maxInFlight how many calls the caller's execution has in flight at most
	 */
	ask(now: number, maxInFlight: number): Admission {
		this.closeWhenUsedUp(now);
		if (this.closed !== null && now < this.closed.until) {
			return { kind: 'notBefore', time: this.closed.until, source: this.closed.source };
		}
		const window = this.announced.ask(now, this.inFlight);
		if (window.kind !== 'now') return window;
		if (this.probe !== null) return { kind: 'afterProbe' };
		const hasRoom = this.closed !== null || this.inFlight < this.room(maxInFlight);
		if (hasRoom) return { kind: 'now' };
		return { kind: 'crowded', lastResponseAt: this.lastResponseAt };
	}

	/** A call starts. */
	start(now: number): StartedCall {
		const call = { at: now };
		this.inFlight += 1;
		if (this.closed !== null) this.probe = call;
		this.learned.count(now);
		return call;
	}

	/** A call ended, with what its response says about the limit. */
	end(call: StartedCall, how: CallEnd, info: LimitInfo, now: number): void {
		this.inFlight -= 1;
		this.lastResponseAt = now;
		const isProbe = this.probe === call;
		if (isProbe) this.probe = null;
		this.announced.read(info);
		if (this.announced.isKnown) this.learned.forget();
		if (how === 'accepted') this.accept(call, isProbe);
		if (how === 'rateLimited') this.close(call, isProbe, statedOpening(info, now), now);
		else if (isProbe) this.open(call, how);
		this.wakeAll();
	}

	/** A caller cannot wait for a guessed opening beyond this time: the next call tries then. */
	tryNoLaterThan(time: number): void {
		if (this.closed !== null && this.closed.source !== 'stated') {
			this.closed.until = Math.min(this.closed.until, time);
		}
	}

	/** Resolves when the next call in flight has ended. */
	async nextResponse(): Promise<void> {
		await new Promise<void>((wake) => this.waking.push(wake));
	}

	private closeWhenUsedUp(now: number): void {
		if (this.closed !== null) return;
		const until = this.learned.usedUpUntil(now);
		if (until !== null) this.closed = { since: now, hits: 0, until, source: 'learned' };
	}

	/**
	 * How many calls of all executions may be in flight. Those in flight when the limit is hit fail as well, so that
	 * they are kept few until many were accepted; after a rate limit error it starts from one.
	 */
	private room(maxInFlight: number): number {
		if (this.announced.isKnown) return Number.POSITIVE_INFINITY;
		const proven = Math.max(maxInFlight, Math.floor(this.acceptedSinceHit / RISKED_PART));
		return this.wasHit ? Math.min(proven, Math.max(1, this.acceptedSinceHit)) : proven;
	}

	private accept(call: StartedCall, isProbe: boolean): void {
		this.learned.accept(call.at);
		// What was in flight when the limit was hit does not show that it is open.
		if (isProbe || (this.closed === null && call.at >= this.openedAt)) this.acceptedSinceHit += 1;
	}

	private close(call: StartedCall, isProbe: boolean, stated: number | null, now: number): void {
		// It started before the limit opened again: its error is out of date.
		if (call.at < this.openedAt) return;
		const before = this.closed;
		if (before !== null && !isProbe) {
			// It was in flight when the limit was hit: nothing new, unless the provider says when it opens.
			if (stated === null) return;
			before.until = before.source === 'stated' ? Math.max(before.until, stated) : stated;
			before.source = 'stated';
			return;
		}
		const hits = (before?.hits ?? 0) + 1;
		const since = before === null || before.hits === 0 ? now : before.since;
		const guess = nextTry(since, hits, now);
		// A time that was stated and then did not hold is not believed again.
		const isStated = stated !== null && (hits === 1 || stated >= guess);
		this.closed = {
			since,
			hits,
			until: isStated ? stated : guess,
			source: isStated ? 'stated' : 'guessed',
		};
		this.wasHit = true;
		this.acceptedSinceHit = 0;
		this.learned.endWindow();
	}

	private open(call: StartedCall, how: CallEnd): void {
		const { closed } = this;
		this.closed = null;
		this.openedAt = call.at;
		if (closed === null || how !== 'accepted' || this.announced.isKnown) return;
		// Not until the call itself: it may have come long after the limit had opened.
		if (closed.source === 'guessed') {
			this.learned.learn(closed.since, closed.until - closed.since);
		} else if (closed.source === 'learned') this.learned.grow();
		this.learned.endWindow();
		this.learned.count(call.at);
	}

	private wakeAll(): void {
		const waking = this.waking;
		this.waking = [];
		waking.forEach((wake) => wake());
	}
}
