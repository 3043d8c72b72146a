/**
 * A value from the user or from the previous node that cannot be used.
 * Thrown before any call is made for the item; reported as a failure of that item.
 */
export class InvalidInput extends Error {
	/**
	 * @param message what happened: names the parameter by its label, what was given and what is expected
	 * @param advice what to do next
	 */
	constructor(
		message: string,
		readonly advice: string,
	) {
		super(message);
		this.name = 'InvalidInput';
	}
}

/** The longest part of a given value that an error repeats: enough to recognise it. */
const SHOWN_CHARACTERS = 60;

/** The longest part of a given value that is looked at: it may be of any length. */
const SCANNED_CHARACTERS = 1_000;

/** Invisible characters are often what is wrong with a value: control and format characters, halves of characters. */
const INVISIBLE = /[\p{Cc}\p{Cf}\p{Cs}]/gu;

/** A given value as an error shows it: quoted, on one line, with escapes for invisible characters, cut to a readable length. */
export function shown(value: unknown): string {
	const text = typeof value === 'string' ? value : describe(value);
	return `"${cutText(onOneLine(cutText(text, SCANNED_CHARACTERS)), SHOWN_CHARACTERS)}"`;
}

/** A text without line breaks, and with escapes for invisible characters. */
export function onOneLine(text: string): string {
	return text.replace(/\s+/g, ' ').trim().replace(INVISIBLE, escaped);
}

/** As JSON writes it, e.g. `\u200b`. */
function escaped(character: string): string {
	return `\\u${(character.codePointAt(0) ?? 0).toString(16).padStart(4, '0')}`;
}

function describe(value: unknown): string {
	if (Array.isArray(value)) return `a list of ${value.length}`;
	if (value !== null && typeof value === 'object') return 'an object';
	return String(value);
}

/** The first half of a surrogate pair. */
const HALF_AT_END = /[\ud800-\udbff]$/;

/** A text of at most so many characters: a longer one is cut, never within a character, and ends with `…`. */
export function cutText(text: string, most: number): string {
	return text.length > most ? `${text.slice(0, most).replace(HALF_AT_END, '')}…` : text;
}
