import { SAYS, type FaultCase, type Reaction } from './faultCase.mts';

const { notAble, tooMany } = SAYS;

/** What the user is told about each status, whoever answers it. */
const STATUSES: ReadonlyArray<readonly [status: number, says: RegExp]> = [
	[408, /did not receive the request in time/],
	[425, /did not receive the request in time/],
	[429, tooMany],
	[500, notAble],
	[501, /temporarily unavailable|does not support the operation/],
	[502, notAble],
	[503, notAble],
	[504, notAble],
];

function reactionTo(status: number): Reaction {
	return status === 429 ? 'waitedFor' : 'triedAgain';
}

/** Statuses that stand for trouble which may pass. */
const TROUBLES: readonly FaultCase[] = [
	...STATUSES.map(
		([status, says]): FaultCase => ({
			name: `${status} with a proxy's page`,
			fault: () => ({
				kind: 'answer',
				status,
				headers: { 'content-type': 'text/html' },
				body: `<html><head><title>${status}</title></head><body>nginx</body></html>`,
			}),
			reaction: reactionTo(status),
			says,
			status,
		}),
	),
	...[429, 500, 503].map(
		(status): FaultCase => ({
			name: `${status} in the provider's words`,
			fault: () => ({ kind: 'refusal', status }),
			reaction: reactionTo(status),
			says: status === 429 ? tooMany : notAble,
			status,
		}),
	),
	{
		name: '500, though it was marked',
		fault: () => ({ kind: 'refusal', status: 500, when: 'marked' }),
		reaction: 'triedAgain',
		says: notAble,
		status: 500,
	},
];

const HOUR = 3_600_000;
const DAY_SECONDS = 86_400;

/** Headers of a 429, made when the case begins: times count from then. */
const LIMITS: ReadonlyArray<
	readonly [name: string, reaction: Reaction, headers: () => Record<string, string>]
> = [
	['Retry-After: 1', 'waitedFor', retryAfter('1')],
	[
		'Retry-After as a date',
		'waitedFor',
		() => ({ 'retry-after': new Date(Date.now() + 1500).toUTCString() }),
	],
	['Retry-After as a date long past', 'waitedFor', retryAfter('Wed, 21 Oct 2015 07:28:00 GMT')],
	['Retry-After: -5', 'waitedFor', retryAfter('-5')],
	['Retry-After: garbage', 'waitedFor', retryAfter('soon; \u00e9 %%%')],
	['Retry-After: huge', 'tooLong', retryAfter('99999999999')],
	['Retry-After in the year 9999', 'tooLong', retryAfter('Fri, 31 Dec 9999 23:59:59 GMT')],
	['X-RateLimit-Reset, their clock 1 h ahead', 'waitedFor', () => reset(Date.now() + HOUR, 1)],
	['X-RateLimit-Reset, their clock 1 h behind', 'waitedFor', () => reset(Date.now() - HOUR, 1)],
	[
		'X-RateLimit-Reset in the past, no clock',
		'waitedFor',
		() => ({ ...reset(Date.now(), -DAY_SECONDS), date: '' }),
	],
	['X-RateLimit-Reset in a day', 'tooLong', () => reset(Date.now(), DAY_SECONDS)],
	[
		'X-RateLimit-Reset: garbage',
		'waitedFor',
		() => ({ 'x-ratelimit-remaining': 'none', 'x-ratelimit-reset': '1e99' }),
	],
];

function retryAfter(text: string): () => Record<string, string> {
	return () => ({ 'retry-after': text });
}

function reset(theirNow: number, seconds: number): Record<string, string> {
	return {
		date: new Date(theirNow).toUTCString(),
		'x-ratelimit-limit': '100',
		'x-ratelimit-remaining': '0',
		'x-ratelimit-reset': String(Math.floor(theirNow / 1000) + seconds),
	};
}

/** Answers that send the caller on, where its credential must not follow. */
const REDIRECTS = [301, 302, 307, 308].flatMap((status) =>
	(['here', 'elsewhere'] as const).map(
		(place): FaultCase => ({
			name: `${status} to ${place === 'here' ? 'the same origin' : 'another origin'}`,
			fault: (urls) => ({
				kind: 'answer',
				status,
				headers: { location: `${urls[place]}/followed` },
			}),
			reaction: 'notTriedAgain',
			says: /redirected the request to another address/,
			status,
		}),
	),
);

/** Statuses and headers that say why not, when again, or where else. */
export const STATUS_CASES: readonly FaultCase[] = [
	...TROUBLES,
	...LIMITS.map(
		([name, reaction, headers]): FaultCase => ({
			name: `429, ${name}`,
			fault: () => ({ kind: 'refusal', status: 429, headers: headers() }),
			reaction,
			says: tooMany,
			status: 429,
		}),
	),
	...REDIRECTS,
];
