import { isDeepStrictEqual } from 'node:util';

const LONGEST_VALUE = 300;

/** What a case saw, beside what it should have seen. */
export class Checks {
	readonly #misses: string[] = [];

	/** What was not as it should be, one line each; empty: all well. */
	get misses(): readonly string[] {
		return this.#misses;
	}

	/** Two values that must be the same. */
	same(what: string, seen: unknown, wanted: unknown): void {
		if (isDeepStrictEqual(seen, wanted)) return;
		this.#misses.push(`${what}: ${shown(seen)} instead of ${shown(wanted)}`);
	}

	/** Something that must hold; what was seen is told when it does not. */
	holds(what: string, holds: boolean, seen: unknown): void {
		if (!holds) this.#misses.push(`${what}: not so, but ${shown(seen)}`);
	}
}

function shown(value: unknown): string {
	const text = value === undefined ? 'nothing' : JSON.stringify(value);
	return text.length > LONGEST_VALUE ? `${text.slice(0, LONGEST_VALUE)}…` : text;
}
