import type { JsonObject } from '../input/untrustedJson';
import type { Operation } from '../providers/provider';
import type { Failure, FailureFacts } from './failure';
import type { InputItem } from './item';
import type { Redact } from './redact';

/** What was to be marked; unknown is `null`. */
export interface Target {
	readonly provider: string;
	readonly operation: Operation;
	readonly account: string | null;
	/** As the provider resolved it when it says so, else as it was sent. */
	readonly chatId: string | null;
	readonly sender: string | null;
}

/** What the node outputs for one conversation of one input item. Every key is always there; unknown is `null`. */
export interface Receipt extends Target {
	readonly success: true;
	readonly status: 'read' | 'unread' | 'skipped';
	readonly messageIds: readonly string[];
	/** Whether the typing indicator was shown. */
	readonly typingIndicator: boolean;
	readonly requestId: string | null;
	/** Only when none of the receipt's own ids was sent: the id that stood for them. */
	readonly coveredBy?: string;
	/** Only with `skipped`: what the event is. */
	readonly reason?: string;
	/** Only with the option *Include Response*; a list when several calls were made. */
	readonly response?: unknown;
}

/** The facts of a failed item, for workflows that go on with it. */
export interface FailureDetails extends Target, FailureFacts {
	/** The ids that were not marked. */
	readonly messageIds: readonly string[];
	/** The ids of the same item that were marked nevertheless. */
	readonly markedIds: readonly string[];
}

/** One output item to be. */
export type Report =
	| {
			readonly kind: 'receipt';
			readonly itemIndex: number;
			readonly json: JsonObject;
			/** Whether the fields and files of the input item stay in the output. */
			readonly keepsInput: boolean;
	  }
	| {
			readonly kind: 'failed';
			readonly itemIndex: number;
			readonly failure: Failure;
			readonly details: FailureDetails;
			/** The fields of the input item without secrets: on the error output n8n adds them. */
			readonly input: JsonObject;
	  };

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

/** `inputError`, or `inputError2` and so on where the input has it already; adds it to the names. */
function freeName(names: Set<string>): string {
	let name = 'inputError';
	for (let number = 2; names.has(name); number += 1) name = `inputError${number}`;
	names.add(name);
	return name;
}
