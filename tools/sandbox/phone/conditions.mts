import type { Fault } from '../faults/fault.mts';
import type { Faults } from '../faults/Faults.mts';
import { standInOf, type ProviderId } from '../providers/index.mts';
import type { BucketState } from '../server/TokenBuckets.mts';

/** The state of a provider, as the page's switch sets it. */
export const CONDITIONS = ['works', 'throttled', 'disconnected', 'badToken'] as const;

export type Condition = (typeof CONDITIONS)[number];

/** Makes the provider respond to every call as it does in this condition. */
export function setCondition(faults: Faults, provider: ProviderId, condition: Condition): void {
	const fault = faultOf(provider, condition);
	faults.set(provider, fault && { sequence: [fault], repeat: true });
}

function faultOf(provider: ProviderId, condition: Condition): Fault | null {
	switch (condition) {
		case 'works':
			return null;
		case 'throttled':
			return throttled(provider);
		case 'disconnected':
			return { kind: 'answer', ...standInOf(provider).disconnected() };
		case 'badToken':
			return { kind: 'answer', ...standInOf(provider).badToken() };
	}
}

/** A throttled provider that opens again soon, so that its effect can be watched. */
const THROTTLED_MS = 5000;

/** Calls per minute that are used up. */
const LIMIT = 100;

function throttled(provider: ProviderId): Fault {
	const { rateLimit } = standInOf(provider);
	return {
		kind: 'answer',
		status: 429,
		body: rateLimit.error(emptyBucket()).body,
		// Read at each call: the limit ends so long after that call.
		get headers() {
			const state = emptyBucket();
			return { ...rateLimit.headers(state), ...rateLimit.error(state).headers };
		},
	};
}

function emptyBucket(): BucketState {
	const resetsAt = Date.now() + THROTTLED_MS;
	return { limit: LIMIT, remaining: 0, resetsAt, resetsIn: THROTTLED_MS, allowed: false };
}
