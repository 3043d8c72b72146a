/** Why a call was not accepted. */
export interface CallError {
	readonly kind: 'error';
	/** HTTP status; `null` when no response arrived. */
	readonly status: number | null;
	/** The status in the body of a response with HTTP 2xx: it decides in place of the HTTP status. */
	readonly statusInBody?: number | null;
	/** The provider's code, or that of the network (`ECONNRESET`) when no response arrived. */
	readonly code: string | null;
	/** The provider's error text, readable and short. */
	readonly text: string | null;
	readonly requestId: string | null;
}

/**
 * Whether a failed call is retried. Marking as read is idempotent, so that a retry is always safe
 * (docs/providers/README.md, "Retries are safe"); the question is only whether it can help.
 * - `never`: the same call would fail again
 * - `once`, `twice`: a temporary cause is possible, but the usual one is permanent
 * - `backoff`: temporary
 * - `rateLimit`: temporary, and the provider says or implies when its limit resets
 */
export type Retry = 'never' | 'once' | 'twice' | 'backoff' | 'rateLimit';

/**
 * One row of an error catalogue: which errors it explains, what the user reads and whether a retry can help.
 * All given conditions must hold; a row without any matches every error.
 */
export interface ErrorRow {
	/** Name of the cause, unique within a catalogue. */
	readonly cause: string;
	readonly statuses?: readonly number[];
	readonly codes?: readonly string[];
	/** Inclusive. */
	readonly statusRange?: readonly [number, number];
	/** Inclusive, for numeric codes. */
	readonly codeRange?: readonly [number, number];
	readonly text?: RegExp;
	/** What happened. `{provider}` stands for the provider's name, here and below. */
	readonly message: string;
	/** The usual reasons, for `docs/errors.md`. */
	readonly why?: string;
	/** What to do next. */
	readonly description: string;
	readonly retry: Retry;
	/** The error is about this message id alone: another id of the same chat may still be accepted. */
	readonly isBadMessageId?: true;
}

/** Finds the first row that matches. The catalogue must end with a row without conditions. */
export function findErrorRow(catalogue: readonly ErrorRow[], callError: CallError): ErrorRow {
	const row = catalogue.find((candidate) => matches(candidate, callError));
	if (row === undefined) throw new TypeError('An error catalogue must end with a row for the rest');
	return row;
}

function matches(row: ErrorRow, callError: CallError): boolean {
	const { code, text } = callError;
	const status = callError.statusInBody ?? callError.status;
	if (row.statuses !== undefined && (status === null || !row.statuses.includes(status)))
		return false;
	if (row.codes !== undefined && (code === null || !row.codes.includes(code))) return false;
	if (row.statusRange !== undefined && !isWithin(status, row.statusRange)) return false;
	if (row.codeRange !== undefined && !isWithin(numeric(code), row.codeRange)) return false;
	return row.text === undefined || row.text.test(text ?? '');
}

function numeric(code: string | null): number | null {
	return code !== null && /^\d+$/.test(code) ? Number(code) : null;
}

function isWithin(number: number | null, [first, last]: readonly [number, number]): boolean {
	return number !== null && number >= first && number <= last;
}
