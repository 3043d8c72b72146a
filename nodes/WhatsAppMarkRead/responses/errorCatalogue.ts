/**
 * Explaining refusals by tables: each row says which refusals it stands for, what to tell the user and
 * whether trying again can help. Providers bring their own rows; `commonErrors.ts` holds the rest.
 */

/** The facts of a call that was not taken. */
export interface CallError {
	readonly kind: 'error';
	/** HTTP status; `null` when no answer arrived. */
	readonly status: number | null;
	/** The status that the body tells of under an HTTP status of success: the rows go by it. */
	readonly statusInBody?: number | null;
	/** The provider's own code, or the network's (`ECONNRESET`) when no answer arrived. */
	readonly code: string | null;
	/** The provider's own words, readable and short. */
	readonly text: string | null;
	readonly requestId: string | null;
}

/**
 * Whether and how a refused call is tried again. Marking read is idempotent, so that trying again is always
 * harmless (docs/providers/README.md, "Retries are safe"); the question is only whether it can help.
 * - `never`: the same call would be refused again
 * - `once`, `twice`: short trouble is possible, but the usual cause is permanent
 * - `backoff`: temporary
 * - `rateLimit`: temporary, and the provider says or implies when it opens again
 */
export type Retry = 'never' | 'once' | 'twice' | 'backoff' | 'rateLimit';

/** One row of a catalogue. All conditions that are given must hold; a row without any is the last resort. */
export interface ErrorRow {
	/** Name of the cause, unique within a catalogue. */
	readonly cause: string;
	readonly statuses?: readonly number[];
	readonly codes?: readonly string[];
	/** Inclusive range of HTTP statuses. */
	readonly statusRange?: readonly [number, number];
	/** Inclusive range of numeric codes. */
	readonly codeRange?: readonly [number, number];
	readonly text?: RegExp;
	/** What happened, in the user's words. `{provider}` stands for the provider's name. */
	readonly message: string;
	/** The usual reasons: told in `docs/errors.md`, whose readers look for what they did. */
	readonly why?: string;
	/** What to do next. */
	readonly description: string;
	readonly retry: Retry;
	/** The message id itself was refused: a newer or older id of the same chat may still be taken. */
	readonly isBadMessageId?: true;
}

/** Finds the first row that stands for the refusal. The catalogue must end with a row without conditions. */
export function findErrorRow(catalogue: readonly ErrorRow[], callError: CallError): ErrorRow {
	const row = catalogue.find((candidate) => standsFor(candidate, callError));
	if (row === undefined) throw new TypeError('An error catalogue must end with a row for the rest');
	return row;
}

function standsFor(row: ErrorRow, callError: CallError): boolean {
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
