import { asObject } from '../input/untrustedJson';

/** What stands in place of a secret. */
const REDACTED = '[redacted]';

/** Deeper structures are cut: nothing of use is down there, and a hostile answer must not exhaust the stack. */
const MAX_DEPTH = 100;

/** Where explanations cut a text (see `input/cutText.ts`). */
const CUT = '…';

/** Less of a secret than this tells nothing, and may be there by chance; of a short secret, less than its half. */
const MIN_REST = 8;

/** More of a secret is not left before a cut: no explanation repeats longer texts. */
const MAX_REST = 300;

/**
 * Takes secrets out of a value, wherever they stand in its texts and keys: as they are, URL-encoded or escaped as in
 * JSON, and what is left of them where a text was cut.
 *
 * @param value any JSON value; left as it is, a copy is returned where something had to go
 * @param secrets the texts to take out
 */
export function redact(value: unknown, secrets: readonly string[]): unknown {
	if (secrets.length === 0) return value;
	return redactValue(value, spellingsOf(secrets), 0);
}

/** {@link redact} for a text that may be missing. */
export function redactText<Text extends string | null>(
	text: Text,
	secrets: readonly string[],
): Text {
	return redact(text, secrets) as Text;
}

function redactPlain(text: string, spellings: readonly string[]): string {
	const redacted = spellings.reduce((rest, secret) => rest.split(secret).join(REDACTED), text);
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

/** Every way in which the secrets may be written; a longer one first, since it may hold a shorter one. */
function spellingsOf(secrets: readonly string[]): readonly string[] {
	const spellings = secrets.flatMap((secret) => [
		secret,
		urlEncoded(secret),
		urlEncoded(secret).replace(/%[\dA-F]{2}/g, (code) => code.toLowerCase()),
		jsonEscaped(secret),
		jsonEscaped(secret).split('/').join('\\/'),
	]);
	return [...new Set(spellings)].sort((a, b) => b.length - a.length);
}

/** Half a surrogate pair, which a hostile payload may call its token, has no encoding: it stays as it is. */
function urlEncoded(secret: string): string {
	return /\p{Surrogate}/u.test(secret) ? secret : encodeURIComponent(secret);
}

function jsonEscaped(secret: string): string {
	return JSON.stringify(secret).slice(1, -1);
}

function redactValue(value: unknown, spellings: readonly string[], depth: number): unknown {
	if (typeof value === 'string') return redactPlain(value, spellings);
	if (Array.isArray(value)) {
		if (depth >= MAX_DEPTH) return REDACTED;
		return (value as unknown[]).map((entry) => redactValue(entry, spellings, depth + 1));
	}
	const object = asObject(value);
	if (object === null || !isPlain(object)) return value;
	if (depth >= MAX_DEPTH) return REDACTED;
	return Object.fromEntries(
		Object.entries(object).map(([key, entry]) => [
			redactPlain(key, spellings),
			redactValue(entry, spellings, depth + 1),
		]),
	);
}

/** Dates and the like that a node before may have put into an item are left alone. */
function isPlain(object: object): boolean {
	const prototype: unknown = Object.getPrototypeOf(object);
	return prototype === Object.prototype || prototype === null;
}
