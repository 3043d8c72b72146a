import type { JsonObject } from '../input/untrustedJson';
import type { InputItem } from './item';
import type { Receipt } from './receipt';
import type { Redact } from './redact';

/** The receipt alone, or under `readReceipt` beside the input's own fields. */
export function withInput(item: InputItem, receipt: Receipt, hide: Redact): JsonObject {
	const json = { ...receipt };
	if (!item.includeInput) return json;
	return { ...withoutErrorKeys(hide(item.json)), readReceipt: json };
}

/**
 * Keys by which n8n takes an item for a failed one, whatever else it holds: *Retry On Fail* would run the node again
 * for `error`, and an item with `$error` and `$json` would be replaced.
 */
const ERROR_KEYS: ReadonlySet<string> = new Set(['error', '$error']);

/** Fields of the input by those names are called `inputError` in the output. */
function withoutErrorKeys(input: JsonObject): JsonObject {
	if (![...ERROR_KEYS].some((key) => Object.prototype.hasOwnProperty.call(input, key)))
		return input;
	const names = new Set(Object.keys(input));
	return Object.fromEntries(
		Object.entries(input).map(([key, value]) => [
			ERROR_KEYS.has(key) ? freeName(names) : key,
			value,
		]),
	);
}

/** `inputError`, or `inputError2` and so on where that is taken; takes it. */
function freeName(names: Set<string>): string {
	let name = 'inputError';
	for (let number = 2; names.has(name); number += 1) name = `inputError${number}`;
	names.add(name);
	return name;
}
