/** Undoes what was brought up, newest first; also after half a start. */
export class Undo {
	readonly #steps: Array<() => Promise<void>> = [];

	add(undo: () => Promise<void>): void {
		this.#steps.push(undo);
	}

	async all(): Promise<void> {
		for (let undo = this.#steps.pop(); undo; undo = this.#steps.pop()) await undo();
	}
}
