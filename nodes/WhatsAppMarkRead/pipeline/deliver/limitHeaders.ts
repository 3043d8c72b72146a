import { asObject, listAt, parseJson, property } from '../../input/untrustedJson';

/** What a response says about the provider's rate limit. */
export interface LimitInfo {
	/** Calls left in the current window; `null` when not said. */
	readonly remaining: number | null;
	/** Calls a whole window allows; `null` when not said. */
	readonly limit: number | null;
	/** The window as the provider names it: equal for responses of the same window. */
	readonly window: string | null;
	/** When the window ends, unix milliseconds by our clock; `null` when not said. */
	readonly resetAt: number | null;
	/** `Retry-After`: how long the provider asks to wait, milliseconds; `null` when it does not. */
	readonly retryAfter: number | null;
	/** How long Meta says that the WhatsApp account is blocked, milliseconds; `null` when it is not. */
	readonly regainAccess: number | null;
}

export const NO_LIMIT_INFO: LimitInfo = {
	remaining: null,
	limit: null,
	window: null,
	resetAt: null,
	retryAfter: null,
	regainAccess: null,
};

/** A reset is believed within these bounds. */
const MIN_RESET_MS = 1_000;
const MAX_RESET_MS = 300_000;

/** No wait that a header asks for is longer than this: a wrong header must not silence a credential. */
const MAX_WAIT_MS = 3_600_000;

/** Clocks that differ by less are taken as equal: the `Date` header has whole seconds only. */
const CLOCK_TOLERANCE_MS = 2_000;

/**
 * Reads the rate limit headers: `X-RateLimit-Limit/-Remaining/-Reset`, `Retry-After`
 * (RFC 9110) and Meta's `x-business-use-case-usage`. Values that cannot be read are ignored.
 *
 * @param headers names in lower case
 * @param now unix milliseconds
 */
export function readLimitHeaders(
	headers: Readonly<Record<string, string>>,
	now: number,
): LimitInfo {
	const window =
		wholeNumber(headers['x-ratelimit-reset']) === null ? null : headers['x-ratelimit-reset'];
	return {
		remaining: wholeNumber(headers['x-ratelimit-remaining']),
		limit: wholeNumber(headers['x-ratelimit-limit']),
		window: window?.trim() ?? null,
		resetAt: resetAt(headers, now),
		retryAfter: clamped(retryAfter(headers['retry-after'], now)),
		regainAccess: clamped(regainAccess(headers['x-business-use-case-usage'])),
	};
}

/** When a limit that was hit opens again as the provider says, unix milliseconds; `null` when it does not say. */
export function statedOpening(info: LimitInfo, now: number): number | null {
	// "0 seconds" is sent in the last part of a second: no reason to try again at once.
	const wait = [info.retryAfter, info.regainAccess].find((time) => time !== null && time > 0);
	if (wait !== undefined && wait !== null) return now + wait;
	// With calls left in the window it is another limit that was hit.
	const isWindowUsedUp = info.remaining === null || info.remaining === 0;
	return isWindowUsedUp ? info.resetAt : null;
}

/** `X-RateLimit-Reset`, unix seconds by the provider's clock, on ours. */
function resetAt(headers: Readonly<Record<string, string>>, now: number): number | null {
	const reset = wholeNumber(headers['x-ratelimit-reset']);
	if (reset === null) return null;
	const wait = reset * 1000 - providerNow(headers.date, now);
	return now + Math.min(MAX_RESET_MS, Math.max(MIN_RESET_MS, wait));
}

/** Now by the provider's clock, where its `Date` header shows that the clocks differ. */
function providerNow(date: string | undefined, now: number): number {
	const theirs = timeOf(date ?? '');
	return Number.isNaN(theirs) || Math.abs(theirs - now) < CLOCK_TOLERANCE_MS ? now : theirs;
}

/** `Retry-After` as seconds or as a date. */
function retryAfter(value: string | undefined, now: number): number | null {
	if (value === undefined) return null;
	if (/^\s*\d{1,12}(\.\d+)?\s*$/.test(value)) return Number(value) * 1000;
	const date = timeOf(value);
	return Number.isNaN(date) ? null : Math.max(0, date - now);
}

/** An HTTP date in unix milliseconds, else `NaN`. Without a letter it is none, though `Date.parse` takes `-5`. */
function timeOf(value: string): number {
	return /[a-z]/i.test(value) ? Date.parse(value) : Number.NaN;
}

/**
 * The longest `estimated_time_to_regain_access`, minutes, of all accounts in the header, for WhatsApp alone: one header
 * covers all products of a business (https://developers.facebook.com/docs/graph-api/overview/rate-limiting).
 */
function regainAccess(value: string | undefined): number | null {
	const accounts = asObject(value === undefined ? undefined : parseJson(value));
	const minutes = Object.keys(accounts ?? {})
		.flatMap((account) => listAt(accounts, account))
		.filter((usage) => property(usage, 'type') === 'whatsapp')
		.map((usage) => property(usage, 'estimated_time_to_regain_access'))
		.filter((time): time is number => typeof time === 'number' && time > 0);
	return minutes.length === 0 ? null : Math.max(...minutes) * 60_000;
}

function wholeNumber(value: string | undefined): number | null {
	const text = value?.trim() ?? '';
	return /^\d{1,12}$/.test(text) ? Number(text) : null;
}

function clamped(wait: number | null): number | null {
	return wait === null ? null : Math.min(MAX_WAIT_MS, wait);
}
