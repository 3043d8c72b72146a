import { setTimeout as wait } from 'node:timers/promises';

import { Mismatch } from './check.mts';

/** A page takes a moment to show what was changed; a busy machine takes longer. */
const PATIENCE_MS = 15_000;
const MS_BETWEEN_LOOKS = 150;

/** How a person would say it: lists with commas. */
type Seen = string | readonly string[];

/**
 * Looks until exactly this is to be seen.
 * @throws Mismatch with what was seen last.
 */
export async function expectToSee(expected: Seen, look: () => Promise<Seen>): Promise<void> {
	await untilTrue(say(expected), look, (seen) => say(seen) === say(expected));
}

/**
 * Looks until a text holds all of these parts.
 * @throws Mismatch with what was seen last.
 */
export async function expectToRead(
	parts: readonly string[],
	look: () => Promise<string>,
): Promise<void> {
	await untilTrue(parts.join(' … '), look, (seen) => parts.every((part) => seen.includes(part)));
}

/** Looks until it is the same twice in a row: what moved has come to rest. Returns what is seen. */
export async function expectToRest<What>(look: () => Promise<What>): Promise<What> {
	const giveUpAt = Date.now() + PATIENCE_MS;
	let before = await look();
	for (;;) {
		await wait(MS_BETWEEN_LOOKS);
		const now = await look();
		if (JSON.stringify(now) === JSON.stringify(before)) return now;
		if (Date.now() > giveUpAt) throw new Mismatch('something at rest', 'something that moves');
		before = now;
	}
}

async function untilTrue<What extends Seen>(
	expected: string,
	look: () => Promise<What>,
	isIt: (seen: What) => boolean,
): Promise<void> {
	const giveUpAt = Date.now() + PATIENCE_MS;
	for (;;) {
		const seen = await look();
		if (isIt(seen)) return;
		if (Date.now() > giveUpAt) throw new Mismatch(expected, say(seen));
		await wait(MS_BETWEEN_LOOKS);
	}
}

function say(what: Seen): string {
	if (typeof what === 'string') return what === '' ? '(nothing)' : what;
	return what.length === 0 ? '(nothing)' : what.join(', ');
}
