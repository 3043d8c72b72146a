import { InvalidInput, shown } from './invalidInput';
import { asText, parseJson } from './untrustedJson';

/** No provider's IDs come near this; a longer text is something else in the wrong field. */
const MAX_ID_LENGTH = 512;

/**
 * Characters that no message ID contains: white space, control and invisible characters (this prevents header and line
 * injection), and the remains of a list or of an unresolved expression.
 */
const UNUSABLE = /[\s\p{C}"[\]{}]/u;

/** Lists within lists, as expressions return them; a deeper one is not a list of IDs. */
const MAX_NESTING = 10;

/**
 * Reads a parameter that contains one text.
 *
 * @param value what n8n resolved: anything
 * @param label the parameter's label, for the error
 * @returns the trimmed text; `null` when there is none (empty, null, undefined, the text `"null"`)
 * @throws InvalidInput when it is a list, an object or a number that lost its last digits
 */
export function readText(value: unknown, label: string): string | null {
	if (value === null || value === undefined) return null;
	if (typeof value === 'number' && !Number.isSafeInteger(value)) {
		throw new InvalidInput(
			`'${label}' arrived as the number ${String(value)}, whose last digits are lost`,
			'IDs are too long for numbers: pass them as text, in quotes.',
		);
	}
	if (typeof value !== 'string' && typeof value !== 'number') {
		throw new InvalidInput(
			`'${label}' should be text, but ${shown(value)} was given`,
			'Drag the single value from the input panel into the field.',
		);
	}
	return asText(value);
}

/**
 * Reads a parameter that contains one or several message IDs: a text, a comma list, a list, a list of those,
 * or a list written as JSON text.
 *
 * @returns the IDs, each once, in the given order; at least one
 * @throws InvalidInput when there is none, one cannot be an ID, or the lists are nested too deeply
 */
export function readMessageIds(value: unknown, label: string): readonly string[] {
	const ids = [...new Set(flatten(value, label))];
	if (ids.length === 0) {
		throw new InvalidInput(
			`'${label}' is empty`,
			"Enter the ID of a received message, or set 'Message' to 'Take From Incoming Webhook'.",
		);
	}
	for (const id of ids) {
		if (id.length > MAX_ID_LENGTH || UNUSABLE.test(id)) {
			throw new InvalidInput(
				`'${label}' holds ${shown(id)}, which is not a message ID`,
				'A message ID has no spaces, quotes or brackets. Separate several IDs by commas.',
			);
		}
	}
	return ids;
}

function flatten(value: unknown, label: string, depth = 0): string[] {
	if (depth > MAX_NESTING) {
		throw new InvalidInput(
			`'${label}' holds lists nested too deeply to be IDs`,
			'Enter one ID, or one list of IDs.',
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
