import type { FaultCase } from './faultCase.mts';

/** Answers that send the caller on, where its credential must not follow. */
export const REDIRECT_CASES: readonly FaultCase[] = [301, 302, 307, 308].flatMap((status) =>
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
