import type { JsonObject } from '../../nodes/WhatsAppMarkRead/input/untrustedJson';

const DEPTH = 20_000;

/** Values of every kind that anybody may post where something else is expected. */
export const WRONG_VALUES: readonly unknown[] = [
	null,
	undefined,
	true,
	0,
	-1.5,
	1e21,
	Number.NaN,
	'',
	'null',
	'__proto__',
	'constructor',
	'\u0000\ud800',
	'_'.repeat(200_000),
	'@'.repeat(200_000),
	[],
	[[[null]]],
	{},
	JSON.parse('{"__proto__":{"id":"x"},"constructor":{"prototype":{}},"hasOwnProperty":1}'),
	nestedList(DEPTH),
	nestedObject(DEPTH),
];

/**
 * Every variant of a payload in which one value, at any depth, is replaced by a wrong one.
 *
 * @returns a few thousand payloads for a webhook of ordinary size
 */
export function* spoiled(payload: JsonObject): Generator<JsonObject> {
	for (const path of pathsOf(payload)) {
		for (const wrong of WRONG_VALUES) yield replaced(payload, path, wrong) as JsonObject;
	}
}

function pathsOf(value: unknown, path: readonly string[] = []): string[][] {
	const here = path.length === 0 ? [] : [[...path]];
	if (value === null || typeof value !== 'object') return here;
	return [
		...here,
		...Object.entries(value).flatMap(([key, entry]) => pathsOf(entry, [...path, key])),
	];
}

function replaced(value: unknown, [key, ...rest]: readonly string[], wrong: unknown): unknown {
	if (key === undefined) return wrong;
	const copy = Array.isArray(value) ? [...(value as unknown[])] : { ...(value as object) };
	const entry = (value as JsonObject)[key];
	return Object.assign(copy, { [key]: replaced(entry, rest, wrong) });
}

function nestedList(depth: number): unknown {
	let list: unknown = 'deep';
	for (let level = 0; level < depth; level += 1) list = [list];
	return list;
}

function nestedObject(depth: number): unknown {
	let object: unknown = 'deep';
	for (let level = 0; level < depth; level += 1) object = { id: object };
	return object;
}
