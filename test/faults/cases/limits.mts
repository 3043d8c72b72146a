import type { FaultCase, Reaction } from './faultCase.mts';
import { TOO_MANY } from './words.mts';

const DAY = 86_400;

/** Headers of a 429, made when the case begins: times count from then. */
const LIMITS: ReadonlyArray<
	readonly [name: string, reaction: Reaction, headers: () => Record<string, string>]
> = [
	['Retry-After: 1', 'waitedFor', () => ({ 'retry-after': '1' })],
	[
		'Retry-After as a date',
		'waitedFor',
		() => ({ 'retry-after': new Date(Date.now() + 1500).toUTCString() }),
	],
	[
		'Retry-After as a date long past',
		'waitedFor',
		() => ({ 'retry-after': 'Wed, 21 Oct 2015 07:28:00 GMT' }),
	],
	['Retry-After: -5', 'waitedFor', () => ({ 'retry-after': '-5' })],
	['Retry-After: garbage', 'waitedFor', () => ({ 'retry-after': 'soon; \u00e9 %%%' })],
	['Retry-After: huge', 'tooLong', () => ({ 'retry-after': '99999999999' })],
	[
		'Retry-After in the year 9999',
		'tooLong',
		() => ({ 'retry-after': 'Fri, 31 Dec 9999 23:59:59 GMT' }),
	],
	[
		'X-RateLimit-Reset, their clock 1 h ahead',
		'waitedFor',
		() => resetHeaders(Date.now() + 3_600_000, 1),
	],
	[
		'X-RateLimit-Reset, their clock 1 h behind',
		'waitedFor',
		() => resetHeaders(Date.now() - 3_600_000, 1),
	],
	[
		'X-RateLimit-Reset in the past, no clock',
		'waitedFor',
		() => ({ ...resetHeaders(Date.now(), -DAY), date: '' }),
	],
	['X-RateLimit-Reset in a day', 'tooLong', () => resetHeaders(Date.now(), DAY)],
	[
		'X-RateLimit-Reset: garbage',
		'waitedFor',
		() => ({ 'x-ratelimit-remaining': 'none', 'x-ratelimit-reset': '1e99' }),
	],
];

function resetHeaders(theirNow: number, seconds: number): Record<string, string> {
	return {
		date: new Date(theirNow).toUTCString(),
		'x-ratelimit-limit': '100',
		'x-ratelimit-remaining': '0',
		'x-ratelimit-reset': String(Math.floor(theirNow / 1000) + seconds),
	};
}

/** Limits that are hit, and what the headers say about when they open. */
export const LIMIT_CASES: readonly FaultCase[] = LIMITS.map(
	([name, reaction, headers]): FaultCase => ({
		name: `429, ${name}`,
		fault: () => ({ kind: 'refusal', status: 429, headers: headers() }),
		reaction,
		says: TOO_MANY,
		status: 429,
	}),
);
