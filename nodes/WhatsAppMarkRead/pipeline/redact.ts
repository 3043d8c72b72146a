import { onOneLine } from '../input/invalidInput';
import { isContainer } from '../input/untrustedJson';

/** What stands in place of a secret. */
const REDACTED = '[redacted]';

/** Deeper structures are cut: nothing of use is down there, and a hostile answer must not exhaust the stack. */
const MAX_DEPTH = 100;

/** Where explanations cut a text (see `cutText` in `input/invalidInput.ts`). */
const CUT = '…';

/** Less of a secret than this tells nothing, and may be there by chance; of a short secret, less than its half. */
const MIN_REST = 8;

/** More of a secret is not left before a cut: no explanation repeats longer texts. */
const MAX_REST = 300;

/** Hides secrets in a value: a text, or any JSON value with its texts and keys. */
export type Redact = <Value>(value: Value) => Value;

/** Where nothing is withheld as a whole. */
const NOTHING: ReadonlySet<unknown> = new Set();

/**
 * Makes the function that takes secrets out of values, wherever they stand in their texts and keys: as they are,
 * URL-encoded or escaped as in JSON, and what is left of them where a text was cut.
 *
 * The function leaves the given value as it is. It returns the same value where nothing had to go, else a copy, which
 * shares with the value what it could keep; and the same copy each time it is given the same object.
 *
 * @param secrets the texts to take out
 * @param withheld objects, lists and texts that are taken out as a whole, since nobody knows what they hold
 */
export function redactor(
	secrets: readonly string[],
	withheld: ReadonlySet<unknown> = NOTHING,
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
		// Where a value holds itself, it is cut there.
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

/** Takes the beginning of a secret off the end of a text that was cut there. */
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
 * hold a shorter one.
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

/** Half a surrogate pair, which a hostile payload may call its token, has no encoding: it stays as it is. */
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
