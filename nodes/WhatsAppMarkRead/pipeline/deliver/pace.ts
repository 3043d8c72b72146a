import { createHash } from 'crypto';

import type { LimitNews } from './limitHeaders';

/** Whether a call may start: now, not before a time (unix milliseconds), or not before a call in flight has ended. */
export type Admission =
	| { readonly kind: 'now' }
	| { readonly kind: 'notBefore'; readonly time: number }
	| { readonly kind: 'afterNextAnswer' };

/** Wake up a little after the window opens: the provider's clock has the last word. */
const OPENING_MARGIN_MS = 60;

/**
 * What is known about one credential's rate limit, shared by all executions of this n8n process: it stops calls
 * before the limit instead of running into it. It knows the time only from those who ask.
 */
export class Pace {
	private inFlight = 0;

	/** Calls left in the current window, not counting those in flight; `null`: no limit is known. */
	private remaining: number | null = null;

	/** The window that `remaining` is about, as the provider names it. */
	private window: string | null = null;

	private resetAt: number | null = null;

	/** Calls a whole window allows, as said, else as far as seen. */
	private limit: number | null = null;

	private blockedUntil = 0;

	private waking: Array<() => void> = [];

	/** Whether a call may start now. A caller that is let in must say {@link start}. */
	ask(now: number): Admission {
		if (now < this.blockedUntil) return { kind: 'notBefore', time: this.blockedUntil };
		if (this.resetAt !== null && now >= this.resetAt) this.openNewWindow();
		if (this.remaining === null || this.remaining > this.inFlight) return { kind: 'now' };
		// Calls in flight may or may not be counted in what the provider said was left: their answers will tell.
		if (this.inFlight > 0) return { kind: 'afterNextAnswer' };
		return { kind: 'notBefore', time: this.resetAt ?? now };
	}

	/** A call starts. */
	start(): void {
		this.inFlight += 1;
	}

	/** A call ended, with what its answer says about the limit. */
	end(news: LimitNews, now: number): void {
		this.inFlight -= 1;
		if (news.stayAway !== null) this.block(now + news.stayAway);
		if (news.remaining !== null && news.resetAt !== null) {
			this.learn(news.remaining, news.resetAt, news);
		} else this.countUnseen();
		this.wakeAll();
	}

	/** Nobody starts before this time. */
	block(until: number): void {
		this.blockedUntil = Math.max(this.blockedUntil, until);
	}

	/** Resolves when the next call in flight has ended. */
	async nextAnswer(): Promise<void> {
		await new Promise<void>((wake) => this.waking.push(wake));
	}

	private learn(remaining: number, resetAt: number, { window, limit }: LimitNews): void {
		// An answer of the window before, overtaken by one of this window: its news is old.
		if (this.resetAt !== null && Number(window) < Number(this.window)) return;
		this.limit = Math.max(1, limit ?? Math.max(this.limit ?? 0, remaining + 1));
		const opensAt = resetAt + OPENING_MARGIN_MS;
		if (window === this.window) {
			// Answers overtake each other: within one window less is left, never more. And late in a window the
			// provider's whole seconds tell less than they told early in it.
			this.remaining = Math.min(this.remaining ?? remaining, remaining);
			this.resetAt = Math.min(this.resetAt ?? opensAt, opensAt);
		} else {
			this.remaining = remaining;
			this.resetAt = opensAt;
		}
		this.window = window;
	}

	/** A call whose answer says nothing about the limit, or that got no answer, may have been counted all the same. */
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

	private wakeAll(): void {
		const waking = this.waking;
		this.waking = [];
		waking.forEach((wake) => wake());
	}
}

/** Credentials whose pace is remembered; the longest unused is forgotten first. */
const MAX_PACES = 500;

const PACES = new Map<string, Pace>();

/**
 * The pace of a credential, the same for every execution of this process.
 *
 * @param identity texts that tell the credential from others; only a hash of them is kept
 */
export function paceOf(identity: readonly string[]): Pace {
	const key = createHash('sha256').update(JSON.stringify(identity)).digest('base64');
	const pace = PACES.get(key) ?? new Pace();
	PACES.delete(key);
	PACES.set(key, pace);
	const [oldest] = PACES.keys();
	if (PACES.size > MAX_PACES && oldest !== undefined) PACES.delete(oldest);
	return pace;
}
