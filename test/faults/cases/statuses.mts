import type { FaultCase } from './faultCase.mts';
import { NOT_ABLE, TOO_MANY } from './words.mts';

/** What the user is told about each status, whoever answers it. */
const STATUSES: ReadonlyArray<readonly [status: number, says: RegExp]> = [
	[408, /did not receive the request in time/],
	[425, /did not receive the request in time/],
	[429, TOO_MANY],
	[500, NOT_ABLE],
	[501, /temporarily unavailable|does not support the operation/],
	[502, NOT_ABLE],
	[503, NOT_ABLE],
	[504, NOT_ABLE],
];

function reactionTo(status: number): FaultCase['reaction'] {
	return status === 429 ? 'waitedFor' : 'triedAgain';
}

/** Statuses that stand for trouble which may pass. */
export const STATUS_CASES: readonly FaultCase[] = [
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
			says: status === 429 ? TOO_MANY : NOT_ABLE,
			status,
		}),
	),
	{
		name: '500, though it was marked',
		fault: () => ({ kind: 'refusal', status: 500, when: 'marked' }),
		reaction: 'triedAgain',
		says: NOT_ABLE,
		status: 500,
	},
];
