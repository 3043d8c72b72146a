import { asObject } from '../input/untrustedJson';

/** What stands in place of a secret. */
const REDACTED = '[redacted]';

/** Deeper structures are cut: nothing of use is down there, and a hostile answer must not exhaust the stack. */
const MAX_DEPTH = 100;

/**
 * Takes secrets out of a value, wherever they stand in its texts and keys, as they are or URL-encoded.
 *
 * @param value any JSON value; left as it is, a copy is returned where something had to go
 * @param secrets the texts to take out
 */
export function redact(value: unknown, secrets: readonly string[]): unknown {
	if (secrets.length === 0) return value;
	const spellings = [...new Set(secrets.flatMap((secret) => [secret, urlEncoded(secret)]))];
	// A longer secret may hold a shorter one.
	spellings.sort((a, b) => b.length - a.length);
	return redactValue(value, spellings, 0);
}

/** {@link redact} for a text that may be missing. */
export function redactText<Text extends string | null>(
	text: Text,
	secrets: readonly string[],
): Text {
	return redact(text, secrets) as Text;
}

/** Half a surrogate pair, which a hostile payload may call its token, has no encoding: it stays as it is. */
function urlEncoded(secret: string): string {
	return /\p{Surrogate}/u.test(secret) ? secret : encodeURIComponent(secret);
}

function redactValue(value: unknown, spellings: readonly string[], depth: number): unknown {
	if (typeof value === 'string') {
		return spellings.reduce((text, secret) => text.split(secret).join(REDACTED), value);
	}
	if (Array.isArray(value)) {
		if (depth >= MAX_DEPTH) return REDACTED;
		return (value as unknown[]).map((entry) => redactValue(entry, spellings, depth + 1));
	}
	const object = asObject(value);
	if (object === null || !isPlain(object)) return value;
	if (depth >= MAX_DEPTH) return REDACTED;
	return Object.fromEntries(
		Object.entries(object).map(([key, entry]) => [
			redactValue(key, spellings, depth),
			redactValue(entry, spellings, depth + 1),
		]),
	);
}

/** Dates and the like that a node before may have put into an item are left alone. */
function isPlain(object: object): boolean {
	const prototype: unknown = Object.getPrototypeOf(object);
	return prototype === Object.prototype || prototype === null;
}
