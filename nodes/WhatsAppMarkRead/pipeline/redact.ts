import { onOneLine } from '../input/invalidInput';
import { isContainer } from '../input/untrustedJson';

/** What stands in place of a secret. */
const REDACTED = '[redacted]';

/** Deeper structures are cut: nothing useful is that deep, and a hostile response must not exhaust the stack. */
const MAX_DEPTH = 100;

/** Where error texts are cut (see `cutText` in `input/invalidInput.ts`). */
const CUT = '…';

/** A shorter part of a secret reveals nothing, and may be there by chance; of a short secret, less than its half. */
const MIN_REST = 8;

/** A longer part of a secret is never left before a cut: no error text repeats more. */
const MAX_REST = 300;

/** Hides secrets in a value: a text, or any JSON value with its texts and keys. */
export type Redact = <Value>(value: Value) => Value;

/**
 * Makes the function that redacts secrets in values, anywhere in their texts and keys: as they are, URL-encoded or
 * escaped as in JSON, and what is left of them where a text was cut.
 *
 * The function never changes the given value. It returns the same value where nothing is redacted, else a copy that
 * shares its unchanged parts; and the same copy each time for the same object.
 *
 * @param secrets the texts to redact
 * @param withheld objects, lists and texts that are redacted entirely, since they were not searched
 */
export function redactor(
	secrets: readonly string[],
	withheld: ReadonlySet<unknown> = new Set(),
): Redact {
	if (secrets.length === 0 && withheld.size === 0) return (value) => value;
	const spellings = spellingsOf(secrets);
	const known = new WeakMap<object, unknown>();

	function redactValue(value: unknown, depth: number): unknown {
		if (withheld.has(value)) return REDACTED;
		if (typeof value === 'string') return redactText(value, spellings);
		if (!isContainer(value)) return value;
		if (depth >= MAX_DEPTH) return REDACTED;
		if (known.has(value)) return known.get(value);
		// Where a value contains itself, it is cut there.
		known.set(value, REDACTED);
		const redacted = Array.isArray(value) ? redactList(value, depth) : redactObject(value, depth);
		known.set(value, redacted);
		return redacted;
	}

	function redactList(list: readonly unknown[], depth: number): readonly unknown[] {
		const redacted = list.map((entry) => redactValue(entry, depth + 1));
		return redacted.every((entry, position) => entry === list[position]) ? list : redacted;
	}

	function redactObject(object: object, depth: number): object {
		const entries = Object.entries(object) as Array<[string, unknown]>;
		const redacted = entries.map(([key, value]): [string, unknown] => [
			redactText(key, spellings),
			redactValue(value, depth + 1),
		]);
		const isSame = redacted.every(
			([key, value], position) =>
				key === entries[position]?.[0] && value === entries[position]?.[1],
		);
		return isSame ? object : Object.fromEntries(redacted);
	}

	return <Value>(value: Value) => redactValue(value, 0) as Value;
}

function redactText(text: string, spellings: readonly string[]): string {
	const redacted = spellings.reduce(
		(rest, secret) => (rest.includes(secret) ? rest.split(secret).join(REDACTED) : rest),
		text,
	);
	if (!redacted.includes(CUT)) return redacted;
	const pieces = redacted.split(CUT);
	const last = pieces.pop() ?? '';
	return [...pieces.map((piece) => withoutRest(piece, spellings)), last].join(CUT);
}

/** Redacts the beginning of a secret at the end of a text that was cut there. */
function withoutRest(text: string, spellings: readonly string[]): string {
	for (const secret of spellings) {
		const least = Math.min(MIN_REST, Math.ceil(secret.length / 2));
		const most = Math.min(MAX_REST, secret.length - 1, text.length);
		for (let length = most; length >= least; length -= 1) {
			if (text.endsWith(secret.slice(0, length))) return text.slice(0, -length) + REDACTED;
		}
	}
	return text;
}

/**
 * Every way in which the secrets may be written, also in JSON text within JSON text; a longer one first, since it may
 * contain a shorter one.
 */
function spellingsOf(secrets: readonly string[]): readonly string[] {
	const spellings = secrets.flatMap((secret) => [
		secret,
		urlEncoded(secret),
		urlEncoded(secret).replace(/%[\dA-F]{2}/g, (code) => code.toLowerCase()),
		queryEncoded(secret),
		jsonEscaped(secret),
		jsonEscaped(secret).split('/').join('\\/'),
		onOneLine(secret),
	]);
	return [...new Set([...spellings, ...spellings.map(jsonEscaped)])].sort(
		(a, b) => b.length - a.length,
	);
}

/** Half a surrogate pair, which a hostile payload may give as its token, has no encoding: it stays as it is. */
function urlEncoded(secret: string): string {
	return /\p{Surrogate}/u.test(secret) ? secret : encodeURIComponent(secret);
}

/** As n8n's HTTP client writes a query: it encodes `!'()*` as well. */
function queryEncoded(secret: string): string {
	return urlEncoded(secret).replace(
		/[!'()*]/g,
		(character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
	);
}

function jsonEscaped(secret: string): string {
	return JSON.stringify(secret).slice(1, -1);
}
