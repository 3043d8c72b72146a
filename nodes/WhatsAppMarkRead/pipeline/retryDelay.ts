import type { Retry } from '../answers/errorCatalogue';
import { asObject, listAt, parseJson, property } from '../input/untrustedJson';

/** First pause of the exponential backoff; it doubles with every attempt. */
const BASE_DELAY_MS = 500;

/** Longest pause of the exponential backoff. */
const MAX_DELAY_MS = 30_000;

/** What a rate limit is waited for when the provider does not say how long: it may need longer than a hiccup. */
const BASE_RATE_LIMIT_MS = 2_000;

/** A reset that a provider announces is believed within these bounds: clocks differ (sheet ryze.md: "clamp to 1–300 s"). */
const MIN_RESET_MS = 1_000;
const MAX_RESET_MS = 300_000;

/** The attempts a rule allows besides the first one; the user's *Max Retries* caps them. */
const RETRIES: Readonly<Record<Retry, number>> = {
	never: 0,
	once: 1,
	twice: 2,
	backoff: Number.POSITIVE_INFINITY,
	rateLimit: Number.POSITIVE_INFINITY,
};

export interface RetryQuestion {
	readonly retry: Retry;
	/** How often the call has been made. */
	readonly attempts: number;
	/** The user's *Max Retries*. */
	readonly maxRetries: number;
	/** Headers of the answer, names in lower case; empty when none arrived. */
	readonly headers: Readonly<Record<string, string>>;
	/** Now, unix milliseconds. */
	readonly now: number;
	/** A random number from 0 to 1. */
	readonly random: number;
}

/**
 * Whether a refused call is made again, and when.
 *
 * @returns milliseconds to wait before the next attempt; `null` for not at all
 */
export function retryDelay(question: RetryQuestion): number | null {
	const { retry, attempts, maxRetries, headers, now, random } = question;
	if (attempts > Math.min(RETRIES[retry], maxRetries)) return null;
	const doubling = 2 ** (attempts - 1);
	if (retry === 'rateLimit') {
		const announced = announcedWait(headers, now);
		// A little later than announced, so that calls that waited together do not start together.
		if (announced !== null) return Math.round(announced + random * BASE_DELAY_MS);
		return Math.round(Math.min(MAX_DELAY_MS, BASE_RATE_LIMIT_MS * doubling) * (0.5 + random / 2));
	}
	return Math.round(Math.min(MAX_DELAY_MS, BASE_DELAY_MS * doubling) * random);
}

/** How long the provider asks to wait, in milliseconds; `null` when it does not say. */
export function announcedWait(
	headers: Readonly<Record<string, string>>,
	now: number,
): number | null {
	return (
		retryAfter(headers['retry-after'], now) ??
		businessUsage(headers['x-business-use-case-usage']) ??
		rateLimitReset(headers, now)
	);
}

/** `Retry-After` as seconds or as a date (RFC 9110); anything else says nothing. */
function retryAfter(value: string | undefined, now: number): number | null {
	if (value === undefined) return null;
	if (/^\s*\d{1,9}(\.\d+)?\s*$/.test(value)) return Math.max(0, Number(value) * 1000);
	const date = /[a-z]/i.test(value) ? Date.parse(value) : Number.NaN;
	return Number.isNaN(date) ? null : Math.max(0, date - now);
}

/** `X-RateLimit-Reset`, unix seconds, once nothing is left (sheets kirim.md, ryze.md). */
function rateLimitReset(headers: Readonly<Record<string, string>>, now: number): number | null {
	const reset = headers['x-ratelimit-reset'];
	const remaining = headers['x-ratelimit-remaining'];
	if (reset === undefined || !/^\d{9,11}$/.test(reset.trim())) return null;
	if (remaining !== undefined && Number(remaining) > 0) return null;
	return Math.min(MAX_RESET_MS, Math.max(MIN_RESET_MS, Number(reset) * 1000 - now));
}

/** Meta's `x-business-use-case-usage`: the longest `estimated_time_to_regain_access`, minutes (sheet cloud-api.md). */
function businessUsage(value: string | undefined): number | null {
	const accounts = asObject(value === undefined ? undefined : parseJson(value));
	if (accounts === null) return null;
	const minutes = Object.keys(accounts)
		.flatMap((account) => listAt(accounts, account))
		.map((usage) => property(usage, 'estimated_time_to_regain_access'))
		.filter((time): time is number => typeof time === 'number' && time > 0);
	return minutes.length === 0 ? null : Math.max(...minutes) * 60_000;
}
