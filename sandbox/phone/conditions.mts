import type { Fault } from '../faults/fault.mts';
import type { Faults } from '../faults/Faults.mts';
import { graphError, invalidToken } from '../providers/cloudApi/errors.mts';
import { PROVIDERS } from '../providers/index.mts';
import { kirimError } from '../providers/kirim/answers.mts';
import type { Answer } from '../providers/provider.mts';
import type { ProviderId } from '../providers/providerId.mts';
import { REFUSALS as RYZE_REFUSALS } from '../providers/ryze/answers.mts';
import { REFUSALS as WAWP_REFUSALS, sessionNotWorking } from '../providers/wawp/answers.mts';
import type { BucketState } from '../server/TokenBuckets.mts';

/** How a provider fares, as the page's switch sets it. */
export const CONDITIONS = ['works', 'throttled', 'disconnected', 'badToken'] as const;

export type Condition = (typeof CONDITIONS)[number];

/** Whether a value from the page names a condition. */
export function isCondition(value: unknown): value is Condition {
	return CONDITIONS.some((condition) => condition === value);
}

/** Makes the provider answer every call as it does in this condition. */
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
			return { kind: 'answer', ...DISCONNECTED[provider] };
		case 'badToken':
			return { kind: 'answer', ...badToken(provider) };
	}
}

/** A throttled provider that opens again soon, so that its effect can be watched. */
const THROTTLED_MS = 5000;

/** Calls per minute that are used up; RyzeAPI's number (ryze.md, "Errors"). */
const LIMIT = 100;

function throttled(provider: ProviderId): Fault {
	const { rateLimit } = PROVIDERS[provider];
	return {
		kind: 'answer',
		// Meta throttles with 400 or 429 (cloud-api.md, "Errors"); the others with 429.
		status: 429,
		body: rateLimit.refusal(emptyBucket()).body,
		// Read at each call: the limit ends so long after that call.
		get headers() {
			const state = emptyBucket();
			return { ...announcement(provider, state), ...rateLimit.refusal(state).headers };
		},
	};
}

/** Meta's header counts whole minutes, too long to watch: here it names no time to wait. */
function announcement(provider: ProviderId, state: BucketState): Readonly<Record<string, string>> {
	const { headers } = PROVIDERS[provider].rateLimit;
	return provider === 'cloudApi' ? headers({ ...state, allowed: true }) : headers(state);
}

function emptyBucket(): BucketState {
	const resetsAt = Date.now() + THROTTLED_MS;
	return { limit: LIMIT, remaining: 0, resetsAt, resetsIn: THROTTLED_MS, allowed: false };
}

const DISCONNECTED: Readonly<Record<ProviderId, Answer>> = {
	// "number not registered" (cloud-api.md, "Errors").
	cloudApi: graphError({
		status: 400,
		code: 133010,
		message: '(#133010) Phone number not registered on the WhatsApp Business Platform',
	}),
	kirim: kirimError('account_not_connected', 'This WhatsApp account is not connected.'),
	ryze: RYZE_REFUSALS.notConnected,
	wawp: sessionNotWorking('SCAN_QR_CODE'),
};

function badToken(provider: ProviderId): Answer {
	switch (provider) {
		case 'cloudApi':
			return invalidToken();
		case 'kirim':
			return kirimError('invalid_api_key', 'Missing or invalid API key.');
		case 'ryze':
			return RYZE_REFUSALS.invalidToken;
		case 'wawp':
			return WAWP_REFUSALS.unauthorized;
	}
}
