/**
 * Seconds after a rate limit was hit at which one call tries again, when the provider does not say when it opens:
 * just after the windows that providers use (one second, ten, half a minute, a minute). Then once a minute.
 */
const TRIES_AFTER_SECONDS: readonly number[] = [2, 11, 31, 61];

/** A learned limit is forgotten after this long: others use the same limit, and the provider may change it. */
const FORGET_AFTER_MS = 300_000;

/** A window that was used up without a rate limit error lets the next one hold this many times more. */
const GROWTH = 1.25;

/** Accepted calls that are remembered: more than any window worth learning allows. */
const MAX_REMEMBERED = 1_000;

/**
 * When to try again after a limit was hit, unix milliseconds.
 *
 * @param hitAt when it was hit, unix milliseconds
 * @param hits rate limit errors since then, one after the other
 * @param now unix milliseconds
 */
export function nextTry(hitAt: number, hits: number, now: number): number {
	const seconds = TRIES_AFTER_SECONDS[hits - 1] ?? 1 + 60 * (hits - TRIES_AFTER_SECONDS.length + 1);
	return Math.max(hitAt + seconds * 1000, now + 1000);
}

/** How many calls a window of the limit allows, and how long it lasts, milliseconds. */
interface KnownLimit {
	readonly calls: number;
	readonly duration: number;
	readonly learnedAt: number;
}

/**
 * A rate limit that the provider does not announce, learned from rate limit errors: the calls accepted before one show
 * how many a window allows, and the time until a call is accepted again how long it lasts.
 */
export class LearnedLimit {
	private acceptedAt: number[] = [];

	private known: KnownLimit | null = null;

	/** The window that calls are counted in; `null` until a call starts. */
	private window: { readonly start: number; left: number } | null = null;

	/** A call that started at this time was accepted. */
	accept(startedAt: number): void {
		this.acceptedAt.push(startedAt);
		if (this.acceptedAt.length > 2 * MAX_REMEMBERED) {
			this.acceptedAt = this.acceptedAt.slice(-MAX_REMEMBERED);
		}
	}

	/** A limit that was hit at this time accepted a call again after so many milliseconds. */
	learn(hitAt: number, duration: number): void {
		const calls = this.acceptedAt.filter((time) => time > hitAt - duration && time <= hitAt).length;
		// When nothing was accepted, others have used the limit up; and so long a time is a penalty, no window.
		if (calls === 0 || duration > FORGET_AFTER_MS) return this.forget();
		this.known = { calls, duration, learnedAt: hitAt + duration };
	}

	/** A window was used up without a rate limit error: the next one may allow a little more. */
	grow(): void {
		if (this.known === null) return;
		this.known = { ...this.known, calls: Math.ceil(this.known.calls * GROWTH) };
	}

	/** A call starts. */
	count(now: number): void {
		if (this.known === null) return;
		this.window ??= { start: now, left: this.known.calls };
		this.window.left -= 1;
	}

	/** When the window that is used up ends, unix milliseconds; `null` while it has calls left, or nothing was learned. */
	usedUpUntil(now: number): number | null {
		if (this.known !== null && now - this.known.learnedAt > FORGET_AFTER_MS) this.forget();
		if (this.known === null || this.window === null) return null;
		const end = this.window.start + this.known.duration;
		if (this.window.left <= 0) return end;
		if (now >= end) this.window = null;
		return null;
	}

	/** The next call begins a new window. */
	endWindow(): void {
		this.window = null;
	}

	/** Forgets the limit, e.g. since the provider announces it by now. */
	forget(): void {
		this.known = null;
		this.window = null;
	}
}
