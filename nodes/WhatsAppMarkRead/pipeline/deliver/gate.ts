/** Lets a bounded number of tasks run at a time, first come first served. */
export class Gate {
	private readonly queue: Array<() => void> = [];

	/** Position of the longest waiting task in the queue: removing from the front of a long list is slow. */
	private head = 0;

	/** @param places how many more tasks may run now; at least 1 */
	constructor(private places: number) {}

	/** Runs the task as soon as there is a place, and frees the place when it is done. */
	async run<Result>(task: () => Promise<Result>): Promise<Result> {
		if (this.places > 0) this.places -= 1;
		else await new Promise<void>((enter) => this.queue.push(enter));
		try {
			return await task();
		} finally {
			this.leave();
		}
	}

	private leave(): void {
		const next = this.queue[this.head];
		if (next === undefined) {
			this.places += 1;
			return;
		}
		this.head += 1;
		next();
	}
}
