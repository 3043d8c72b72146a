import fc from 'fast-check';

import { REAL_PAYLOADS } from './realPayloads';
import { wildOrHugeText, wildText } from './wildText';

/** Keys that reach into prototypes where a reader takes more than own properties. */
export const PROTOTYPE_KEYS = [
	'__proto__',
	'constructor',
	'prototype',
	'toString',
	'hasOwnProperty',
] as const;

/** Every key of the real payloads: what readers look for. */
const REAL_KEYS: readonly string[] = [...new Set(REAL_PAYLOADS.flatMap(keysOf))];

function keysOf(value: unknown): string[] {
	if (value === null || typeof value !== 'object') return [];
	const own = Array.isArray(value) ? [] : Object.keys(value);
	return [...own, ...Object.values(value).flatMap(keysOf)];
}

/** A key of a JSON object: mostly one that readers look for. */
export function anyKey(): fc.Arbitrary<string> {
	return fc.oneof(
		{ weight: 6, arbitrary: fc.constantFrom(...REAL_KEYS) },
		{ weight: 1, arbitrary: fc.constantFrom(...PROTOTYPE_KEYS) },
		{ weight: 1, arbitrary: wildText() },
	);
}

/** Words that real payloads use for what they are about. */
const REAL_WORDS: readonly string[] = [...new Set(REAL_PAYLOADS.flatMap(wordsOf))];

function wordsOf(value: unknown): string[] {
	if (typeof value === 'string') return [value];
	return value !== null && typeof value === 'object' ? Object.values(value).flatMap(wordsOf) : [];
}

/** Any JSON value: scalars first, then lists and objects of a few levels, and very deep ones. */
export function anyJson(): fc.Arbitrary<unknown> {
	const { value } = fc.letrec<{ value: unknown }>((tie) => ({
		value: fc.oneof(
			{ maxDepth: 5, depthSize: 'small' },
			{ weight: 3, arbitrary: scalar() },
			{ weight: 1, arbitrary: fc.array(tie('value'), { maxLength: 4 }) },
			{ weight: 3, arbitrary: objectOf(tie('value')) },
		),
	}));
	return fc.oneof(
		{ weight: 40, arbitrary: value },
		{ weight: 1, arbitrary: fc.constantFrom(...DEEP_VALUES) },
	);
}

/** Any JSON object. */
export function anyObject(): fc.Arbitrary<Record<string, unknown>> {
	return objectOf(anyJson());
}

function objectOf(value: fc.Arbitrary<unknown>): fc.Arbitrary<Record<string, unknown>> {
	return fc.dictionary(anyKey(), value, { maxKeys: 6, noNullPrototype: true });
}

function scalar(): fc.Arbitrary<unknown> {
	return fc.oneof(
		{ weight: 3, arbitrary: fc.constantFrom(...REAL_WORDS) },
		{ weight: 3, arbitrary: wildOrHugeText() },
		fc.double({ noNaN: true, noDefaultInfinity: true }),
		fc.maxSafeInteger(),
		fc.boolean(),
		fc.constant(null),
	);
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
