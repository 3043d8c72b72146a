import type { LimitNews } from './limitHeaders';

/** Wake up a little after the window opens: the provider's clock has the last word. */
const OPENING_MARGIN_MS = 60;

/** What the window of a rate limit lets start: calls, nothing before it ends, or nothing before a call in flight ends. */
export type WindowState =
	| { readonly kind: 'open' }
	| { readonly kind: 'usedUp'; readonly opensAt: number }
	| { readonly kind: 'allInFlight' };

/** The window of a rate limit that the provider announces with every response, e.g. by `X-RateLimit-Remaining`. */
export class AnnouncedWindow {
	/** Calls left in the current window, not counting those in flight; `null`: no limit is known. */
	private remaining: number | null = null;

	/** The window that `remaining` is about, as the provider names it. */
	private window: string | null = null;

	private resetAt: number | null = null;

	/** Calls a whole window allows, as said, else as far as seen. */
	private limit: number | null = null;

	/** Whether the provider has announced a limit. */
	get isKnown(): boolean {
		return this.remaining !== null;
	}

	/** @param now unix milliseconds */
	ask(now: number, inFlight: number): WindowState {
		if (this.resetAt !== null && now >= this.resetAt) this.openNewWindow();
		if (this.remaining === null || this.remaining > inFlight) return { kind: 'open' };
		// Calls in flight may or may not be counted in what the provider said was left: their responses will tell.
		if (inFlight > 0) return { kind: 'allInFlight' };
		return { kind: 'usedUp', opensAt: this.resetAt ?? now };
	}

	/** Takes in what the response to a call says. */
	read(news: LimitNews): void {
		if (news.remaining === null || news.resetAt === null) return this.countUnseen();
		// A response of the window before, overtaken by one of this window: its news is old.
		if (this.resetAt !== null && Number(news.window) < Number(this.window)) return;
		this.limit = Math.max(1, news.limit ?? Math.max(this.limit ?? 0, news.remaining + 1));
		const opensAt = news.resetAt + OPENING_MARGIN_MS;
		if (news.window === this.window) {
			// Responses overtake each other: within one window less is left, never more. And late in a window the
			// provider's whole seconds tell less than they told early in it.
			this.remaining = Math.min(this.remaining ?? news.remaining, news.remaining);
			this.resetAt = Math.min(this.resetAt ?? opensAt, opensAt);
		} else {
			this.remaining = news.remaining;
			this.resetAt = opensAt;
		}
		this.window = news.window;
	}

	/** A call whose response says nothing about the limit, or that got none, may have been counted all the same. */
	private countUnseen(): void {
		if (this.remaining === null) return;
		this.remaining = Math.max(0, this.remaining - 1);
		// A whole window's worth of calls without a word: no limit is known any more.
		if (this.remaining === 0 && this.resetAt === null) this.remaining = null;
	}

	private openNewWindow(): void {
		this.remaining = this.limit;
		this.resetAt = null;
	}
}
