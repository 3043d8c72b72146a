import fc from 'fast-check';

import type { JsonObject } from '../../../nodes/WhatsAppMarkRead/input/untrustedJson';
import { REAL_PAYLOADS } from './realPayloads';
import { wildOrHugeText, wildText } from './wildText';

/** Keys that reach into prototypes where a reader takes more than own properties. */
export const PROTOTYPE_KEYS = [
	...['__proto__', 'constructor', 'prototype', 'toString', 'hasOwnProperty'],
] as const;

/** Every key and every text of the real payloads: what readers look for, and what they find. */
const REAL_KEYS = new Set<string>();
const REAL_WORDS = new Set<string>();
JSON.stringify(REAL_PAYLOADS, (key, value: unknown) => {
	if (!/^\d*$/.test(key)) REAL_KEYS.add(key);
	if (typeof value === 'string') REAL_WORDS.add(value);
	return value;
});

/** A key of a JSON object: mostly one that readers look for. */
export function anyKey(): fc.Arbitrary<string> {
	return fc.oneof(
		{ weight: 6, arbitrary: fc.constantFrom(...REAL_KEYS) },
		{ weight: 1, arbitrary: fc.constantFrom(...PROTOTYPE_KEYS) },
		{ weight: 1, arbitrary: wildText() },
	);
}

function settings(): fc.ObjectConstraints {
	const scalar = fc.oneof(
		{ weight: 3, arbitrary: fc.constantFrom(...REAL_WORDS) },
		{ weight: 3, arbitrary: wildOrHugeText() },
		fc.double({ noNaN: true, noDefaultInfinity: true }),
		fc.maxSafeInteger(),
		fc.boolean(),
		fc.constant(null),
	);
	return { key: anyKey(), values: [scalar], maxDepth: 4, maxKeys: 6 };
}

/** Any JSON value: scalars, lists and objects of a few levels, and very deep ones. */
export function anyJson(): fc.Arbitrary<unknown> {
	return fc.oneof(
		{ weight: 10, arbitrary: fc.anything(settings()) },
		{ weight: 30, arbitrary: fc.object(settings()) },
		{ weight: 1, arbitrary: fc.constantFrom(...DEEP_VALUES) },
	);
}

/** Any JSON object. */
export function anyObject(): fc.Arbitrary<JsonObject> {
	return fc.dictionary(anyKey(), anyJson(), { maxKeys: 6, noNullPrototype: true });
}

/** JSON text; of what is too deep to be written, the beginning of a text that is as deep. */
export function jsonText(value: unknown): string {
	try {
		return JSON.stringify(value);
	} catch {
		return '['.repeat(LEVELS);
	}
}

/** Deeper than a recursion can go. */
const LEVELS = 20_000;

/** Shown by a name in a counterexample, since nothing could print them, and frozen, since all runs share them. */
const DEEP_VALUES: readonly unknown[] = [
	deep('a list of lists', (inner) => [inner]),
	deep('an object of objects', (inner) => ({ id: inner })),
	deep('messages of messages', (inner) => ({ messages: [inner] })),
];

function deep(name: string, wrap: (inner: unknown) => object): object {
	let outer = wrap(null);
	for (let level = 0; level < LEVELS; level += 1) outer = Object.freeze(wrap(outer));
	const named = wrap(outer);
	Object.defineProperty(named, fc.toStringMethod, { value: () => `${name}, ${LEVELS} levels` });
	return Object.freeze(named);
}
