/** Lets a bounded number of tasks run at a time, first come first served. */
export class Gate {
	private readonly waiting: Array<() => void> = [];

	private open: number;

	/** @param places how many tasks may run at a time; at least 1 */
	constructor(places: number) {
		this.open = places;
	}

	/** Runs the task as soon as there is a place, and hands the place on when it is done. */
	async run<Result>(task: () => Promise<Result>): Promise<Result> {
		if (this.open > 0) this.open -= 1;
		else await new Promise<void>((enter) => this.waiting.push(enter));
		try {
			return await task();
		} finally {
			const next = this.waiting.shift();
			if (next === undefined) this.open += 1;
			else next();
		}
	}
}
