/** Time that one execution may spend waiting for rate limits. Waits at the same time count once. */
export class WaitBudget {
	private waitedUntil = 0;

	/** @param left milliseconds */
	constructor(private left: number) {}

	/** Takes the time from now until then out of the budget; false, and nothing taken, when it is not left. */
	take(now: number, until: number): boolean {
		const cost = Math.max(0, until - Math.max(now, this.waitedUntil));
		if (cost > this.left) return false;
		this.left -= cost;
		this.waitedUntil = Math.max(this.waitedUntil, until);
		return true;
	}
}
