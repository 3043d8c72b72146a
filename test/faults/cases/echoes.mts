import type { FaultCase } from './faultCase.mts';
import { NOT_ABLE } from './words.mts';

/** Refusals that repeat the request with its secrets, also where a text is cut off. */
export const ECHO_CASES: readonly FaultCase[] = [
	{
		name: '400 that repeats the request',
		fault: () => ({ kind: 'echo', status: 400 }),
		reaction: 'notTriedAgain',
		says: /rejected|temporarily unavailable|has an internal error/,
		status: 400,
	},
	{
		name: '200 that repeats the request',
		fault: () => ({ kind: 'echo', status: 200 }),
		reaction: 'notTriedAgain',
		says: /did not confirm|temporarily unavailable|has an internal error/,
		status: 200,
	},
	...[270, 280].map(
		(after): FaultCase => ({
			name: `500 that repeats the request after ${after} characters`,
			fault: () => ({ kind: 'echo', status: 500, after }),
			reaction: 'triedAgain',
			says: NOT_ABLE,
			status: 500,
		}),
	),
];
