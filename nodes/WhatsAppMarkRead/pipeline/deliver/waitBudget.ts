/** Time that one execution may spend waiting for rate limits. Waits at the same time count once. */
export class WaitBudget {
	private waitedUntil = 0;

	private left: number;

	/** @param whole milliseconds; 0: nothing is waited for */
	constructor(private readonly whole: number) {
		this.left = whole;
	}

	get isNone(): boolean {
		return this.whole <= 0;
	}

	/** Until when one may wait from now on, unix milliseconds. */
	latest(now: number): number {
		return Math.max(now, this.waitedUntil) + this.left;
	}

	/** Takes the time from now until then out of the budget, at most what is left. */
	take(now: number, until: number): void {
		const cost = Math.max(0, until - Math.max(now, this.waitedUntil));
		this.left = Math.max(0, this.left - cost);
		this.waitedUntil = Math.max(this.waitedUntil, until);
	}
}
