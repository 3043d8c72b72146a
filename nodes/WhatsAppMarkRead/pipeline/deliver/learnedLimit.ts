/**
 * Seconds after a rate limit was hit at which one call tries whether it has opened again, when the provider does not
 * say: just after the windows that providers use (one second, ten, half a minute, a minute). Then once a minute.
 */
const TRIES_AFTER_SECONDS: readonly number[] = [2, 11, 31, 61];

/** What was learned is forgotten after this long: others use the same limit, and the provider may change it. */
const FORGET_AFTER_MS = 300_000;

/** How much more a window is taken to hold when the one before was used up without a refusal. */
const GROWTH = 1.25;

/** Accepted calls that are remembered: more than any window that is worth learning holds. */
const MAX_REMEMBERED = 1_000;

/**
 * When to try again after a limit was hit, unix milliseconds.
 *
 * @param hitAt when it was hit, unix milliseconds
 * @param refusals how often calls were refused since, one after the other
 * @param now unix milliseconds
 */
export function nextTry(hitAt: number, refusals: number, now: number): number {
	const seconds =
		TRIES_AFTER_SECONDS[refusals - 1] ?? 1 + 60 * (refusals - TRIES_AFTER_SECONDS.length + 1);
	return Math.max(hitAt + seconds * 1000, now + 1000);
}

/** How many calls a window of the limit holds, and how long it lasts, milliseconds. */
interface Lesson {
	readonly holds: number;
	readonly lasts: number;
	readonly learnedAt: number;
}

/**
 * A rate limit that the provider does not announce, as far as refusals have taught it: what came through before a
 * refusal tells how many calls a window holds, and the time until a call came through again how long it lasts.
 */
export class LearnedLimit {
	private acceptedAt: number[] = [];

	private lesson: Lesson | null = null;

	/** The window that calls are counted in; `null` until a call starts. */
	private window: { readonly start: number; left: number } | null = null;

	/** A call that started at this time was accepted. */
	accept(startedAt: number): void {
		this.acceptedAt.push(startedAt);
		if (this.acceptedAt.length > 2 * MAX_REMEMBERED) {
			this.acceptedAt = this.acceptedAt.slice(-MAX_REMEMBERED);
		}
	}

	/** A limit that was hit at this time let a call through again after so many milliseconds. */
	learn(hitAt: number, lasts: number): void {
		const holds = this.acceptedAt.filter((time) => time > hitAt - lasts && time <= hitAt).length;
		// When nothing came through, others have used the limit up; and so long a time is a penalty, no window.
		if (holds === 0 || lasts > FORGET_AFTER_MS) return this.forget();
		this.lesson = { holds, lasts, learnedAt: hitAt + lasts };
	}

	/** A window was used up without a refusal: the next one may hold a little more. */
	grow(): void {
		if (this.lesson === null) return;
		this.lesson = { ...this.lesson, holds: Math.ceil(this.lesson.holds * GROWTH) };
	}

	/** A call starts. */
	count(now: number): void {
		if (this.lesson === null) return;
		this.window ??= { start: now, left: this.lesson.holds };
		this.window.left -= 1;
	}

	/** When the window that is used up ends, unix milliseconds; `null` while it has calls left, or nothing was learned. */
	usedUpUntil(now: number): number | null {
		if (this.lesson !== null && now - this.lesson.learnedAt > FORGET_AFTER_MS) this.forget();
		if (this.lesson === null || this.window === null) return null;
		const end = this.window.start + this.lesson.lasts;
		if (this.window.left <= 0) return end;
		if (now >= end) this.window = null;
		return null;
	}

	/** The next call begins a new window. */
	endWindow(): void {
		this.window = null;
	}

	/** Unlearns the limit, e.g. since the provider announces it by now. */
	forget(): void {
		this.lesson = null;
		this.window = null;
	}
}
