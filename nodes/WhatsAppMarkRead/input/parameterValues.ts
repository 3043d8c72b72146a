import { InvalidInput, shown } from './invalidInput';
import { asText, parseJson } from './untrustedJson';

/** No provider's ids come near this; a longer text is something else put into the wrong field. */
const MAX_ID_LENGTH = 512;

/**
 * Characters no message id holds: white space, control and invisible characters (header and line injection end here),
 * and what is left of a list or an expression that was not resolved.
 */
const UNUSABLE = /[\s\p{C}"[\]{}]/u;

/** Lists within lists, as expressions give them; what is deeper is no list of ids. */
const MAX_NESTING = 10;

/**
 * Reads a parameter that holds one text.
 *
 * @param value what n8n resolved: anything
 * @param label the parameter's display name, for the explanation
 * @returns the trimmed text; `null` when nothing is there (empty, null, undefined, the text `"null"`)
 * @throws InvalidInput when it is a list, an object or a number that lost its last digits
 */
export function readText(value: unknown, label: string): string | null {
	if (value === null || value === undefined) return null;
	if (typeof value === 'number' && !Number.isSafeInteger(value)) {
		throw new InvalidInput(
			`'${label}' arrived as the number ${String(value)}, whose last digits are lost`,
			'Ids are long: hand them over as text, in quotes.',
		);
	}
	if (typeof value !== 'string' && typeof value !== 'number') {
		throw new InvalidInput(
			`'${label}' should be a text, but ${shown(value)} was given`,
			'Drag the single value from the input panel into the field.',
		);
	}
	return asText(value);
}

/**
 * Reads a parameter that holds one or several message ids: a text, a comma list, a list, a list of those,
 * or a list written as JSON text.
 *
 * @returns the ids, each once, in the order given; at least one
 * @throws InvalidInput when there is none, one cannot be an id, or the lists go too deep
 */
export function readMessageIds(value: unknown, label: string): readonly string[] {
	const ids = [...new Set(flatten(value, label))];
	if (ids.length === 0) {
		throw new InvalidInput(
			`'${label}' is empty`,
			"Give the id of a received message, or set 'Message' to 'Take From Incoming Webhook'.",
		);
	}
	for (const id of ids) {
		if (id.length > MAX_ID_LENGTH || UNUSABLE.test(id)) {
			throw new InvalidInput(
				`'${label}' holds ${shown(id)}, which is not a message id`,
				'A message id has no spaces, quotes or brackets. Separate several ids by commas.',
			);
		}
	}
	return ids;
}

function flatten(value: unknown, label: string, depth = 0): string[] {
	if (depth > MAX_NESTING) {
		throw new InvalidInput(
			`'${label}' holds lists within lists, too deep to be ids`,
			'Give one id, or one list of ids.',
		);
	}
	if (Array.isArray(value)) {
		return (value as unknown[]).flatMap((entry) => flatten(entry, label, depth + 1));
	}
	const text = readText(value, label);
	if (text === null) return [];
	const list = text.startsWith('[') ? parseJson(text) : undefined;
	if (Array.isArray(list)) return flatten(list, label, depth);
	return text
		.split(/[,\n]/)
		.map(asText)
		.filter((id): id is string => id !== null);
}
