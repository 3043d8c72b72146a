/** What the provider's side saw of one run. */
export interface Observation {
	readonly calls: number;
	/** The most calls that were under way at the same time. */
	readonly mostInFlight: number;
	/** Different messages whose call was accepted. */
	readonly delivered: number;
	/** Calls refused because of the rate limit. */
	readonly refused: number;
	/** Those of them that came in after an answer had announced the limit. */
	readonly refusedAfterAnnouncement: number;
	/** Unix milliseconds; null when no call came. */
	readonly firstCallAt: number | null;
	readonly lastAnswerAt: number | null;
}

/** Keeps count of one run's calls. Times are unix milliseconds. */
export class Ledger {
	#calls = 0;
	#inFlight = 0;
	#mostInFlight = 0;
	#refused = 0;
	#refusedAfterAnnouncement = 0;
	#isAnnounced = false;
	#firstCallAt: number | null = null;
	#lastAnswerAt: number | null = null;
	readonly #delivered = new Set<string>();

	/** A call came in. */
	come(now: number): void {
		this.#calls += 1;
		this.#inFlight += 1;
		this.#mostInFlight = Math.max(this.#mostInFlight, this.#inFlight);
		this.#firstCallAt ??= now;
	}

	/** The call of these messages was accepted. */
	accept(messageIds: readonly string[]): void {
		for (const id of messageIds) this.#delivered.add(id);
	}

	/** The call was refused because of the rate limit. */
	refuse(): void {
		this.#refused += 1;
		if (this.#isAnnounced) this.#refusedAfterAnnouncement += 1;
	}

	/** The call's answer leaves. */
	leave(now: number, answer: 'announcesLimit' | 'plain'): void {
		this.#inFlight -= 1;
		this.#lastAnswerAt = now;
		if (answer === 'announcesLimit') this.#isAnnounced = true;
	}

	observation(): Observation {
		return {
			calls: this.#calls,
			mostInFlight: this.#mostInFlight,
			delivered: this.#delivered.size,
			refused: this.#refused,
			refusedAfterAnnouncement: this.#refusedAfterAnnouncement,
			firstCallAt: this.#firstCallAt,
			lastAnswerAt: this.#lastAnswerAt,
		};
	}
}
