/**
 * Reading JSON that anybody may have posted: nothing is assumed to be there or to have the right type,
 * and only own properties count, so that `__proto__` and `constructor` are never walked into.
 */
export interface JsonObject {
	readonly [key: string]: unknown;
}

/** The value as an object, or `null` when it is anything else (a list, a text, nothing). */
export function asObject(value: unknown): JsonObject | null {
	return value !== null && typeof value === 'object' && !Array.isArray(value)
		? (value as JsonObject)
		: null;
}

/** Whether a value is a list or a plain object, and not e.g. a date from a previous node. */
export function isContainer(value: unknown): value is object {
	if (value === null || typeof value !== 'object') return false;
	const prototype: unknown = Object.getPrototypeOf(value);
	return Array.isArray(value) || prototype === Object.prototype || prototype === null;
}

/** The own property of an object, or `undefined`. */
export function property(value: unknown, key: string): unknown {
	const object = asObject(value);
	return object !== null && Object.prototype.hasOwnProperty.call(object, key)
		? object[key]
		: undefined;
}

/** The object below a path of own properties, or `null`. */
export function objectAt(value: unknown, ...path: readonly string[]): JsonObject | null {
	return asObject(path.reduce<unknown>(property, value));
}

/** The list below a path of own properties; an empty one when there is none. */
export function listAt(value: unknown, ...path: readonly string[]): readonly unknown[] {
	const found = path.reduce<unknown>(property, value);
	return Array.isArray(found) ? (found as unknown[]) : [];
}

/**
 * The text below a path of own properties, trimmed; `null` when it is missing, empty, or the text `"null"`.
 * An integer counts as text, since some senders write IDs without quotes.
 */
export function textAt(value: unknown, ...path: readonly string[]): string | null {
	return asText(path.reduce<unknown>(property, value));
}

/**
 * The message ID below a path: as {@link textAt}, but not from a number, which no provider uses for message IDs: it is
 * the number of something else, or an ID that lost digits.
 */
export function messageIdAt(value: unknown, ...path: readonly string[]): string | null {
	const found = path.reduce<unknown>(property, value);
	return typeof found === 'string' ? asText(found) : null;
}

/** See {@link textAt}, for the value itself. */
export function asText(value: unknown): string | null {
	if (typeof value === 'number') return Number.isSafeInteger(value) ? String(value) : null;
	if (typeof value !== 'string') return null;
	const text = value.trim();
	// Some senders write the text "null" for a missing value: no ID or name is called null.
	return text === '' || text === 'null' || text === 'undefined' ? null : text;
}

/** The beginning of a date with a time (RFC 3339). */
const RFC_3339 = /^\d{4}-\d\d-\d\dT\d/;

/** Unix seconds below a path; accepts numbers, digits in text, milliseconds, and times as in `2026-01-16T16:23:11-03:00`. */
export function unixSecondsAt(value: unknown, ...path: readonly string[]): number | null {
	const text = textAt(value, ...path) ?? '';
	if (RFC_3339.test(text)) {
		const milliseconds = Date.parse(text);
		return milliseconds > 0 ? Math.floor(milliseconds / 1000) : null;
	}
	if (!/^\d{1,16}$/.test(text)) return null;
	const time = Number(text);
	const MILLISECONDS_FROM = 100_000_000_000;
	return time >= MILLISECONDS_FROM ? Math.floor(time / 1000) : time;
}

/** Parses JSON; `undefined` when the text is not JSON. */
export function parseJson(text: string): unknown {
	try {
		return JSON.parse(text) as unknown;
	} catch {
		return undefined;
	}
}

/** Longer texts are not parsed: no provider posts more in one event. */
const MAX_POSTED_TEXT = 10_000_000;

/** The value as an object, also when it is JSON text of one, as a form or another trigger passes it on; else `null`. */
export function postedObject(value: unknown): JsonObject | null {
	if (typeof value !== 'string') return asObject(value);
	return value.length <= MAX_POSTED_TEXT ? asObject(parseJson(value)) : null;
}
