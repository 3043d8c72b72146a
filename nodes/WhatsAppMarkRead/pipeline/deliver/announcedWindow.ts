import type { LimitInfo } from './limitHeaders';

/** Wake up a little after the window opens: the provider's clock decides. */
const OPENING_MARGIN_MS = 60;

/** Whether a call may start in the window of a rate limit. */
export type WindowAdmission =
	| { readonly kind: 'now' }
	/** The window is used up until this time, unix milliseconds, as the provider has stated. */
	| { readonly kind: 'notBefore'; readonly time: number; readonly source: 'stated' }
	/** The calls in flight may use up what is left. */
	| { readonly kind: 'allInFlight' };

/** The window of a rate limit that the provider announces in its responses, e.g. by `X-RateLimit-Remaining`. */
export class AnnouncedWindow {
	/** Calls left in the current window, not counting those in flight; `null`: no limit is known. */
	private remaining: number | null = null;

	/** The window that `remaining` is about, as the provider names it. */
	private window: string | null = null;

	private resetAt: number | null = null;

	/** Calls a whole window allows: as the provider says, else the most seen so far. */
	private limit: number | null = null;

	/** Whether the provider has announced a limit. */
	get isKnown(): boolean {
		return this.remaining !== null;
	}

	/** @param now unix milliseconds */
	ask(now: number, inFlight: number): WindowAdmission {
		if (this.resetAt !== null && now >= this.resetAt) this.openNewWindow();
		if (this.remaining === null || this.remaining > inFlight) return { kind: 'now' };
		// Calls in flight may or may not be counted in what the provider said was left: their responses will show it.
		if (inFlight > 0) return { kind: 'allInFlight' };
		return { kind: 'notBefore', time: this.resetAt ?? now, source: 'stated' };
	}

	/** Updates the window from the response to a call. */
	read(info: LimitInfo): void {
		if (info.remaining === null || info.resetAt === null) return this.countUnseen();
		// A response of the window before, overtaken by one of this window: it is out of date.
		if (this.resetAt !== null && Number(info.window) < Number(this.window)) return;
		this.limit = Math.max(1, info.limit ?? Math.max(this.limit ?? 0, info.remaining + 1));
		const opensAt = info.resetAt + OPENING_MARGIN_MS;
		if (info.window === this.window) {
			// Responses overtake each other: within one window less is left, never more. And late in a window the
			// provider's whole seconds are less exact than early in it.
			this.remaining = Math.min(this.remaining ?? info.remaining, info.remaining);
			this.resetAt = Math.min(this.resetAt ?? opensAt, opensAt);
		} else {
			this.remaining = info.remaining;
			this.resetAt = opensAt;
		}
		this.window = info.window;
	}

	/** A call without a response, or whose response says nothing about the limit, may still have been counted. */
	private countUnseen(): void {
		if (this.remaining === null) return;
		this.remaining = Math.max(0, this.remaining - 1);
		// A whole window's worth of calls without a rate limit header: no limit is known any more.
		if (this.remaining === 0 && this.resetAt === null) this.remaining = null;
	}

	private openNewWindow(): void {
		this.remaining = this.limit;
		this.resetAt = null;
	}
}
