import { cloudApi } from './cloudApi/index.mts';
import { kirim } from './kirim/index.mts';
import { ryze } from './ryze/index.mts';
import type { StandIn } from './standIn.mts';
import { wawp } from './wawp/index.mts';

/** Every stand-in, by the id of its provider in the node's registry and in that order. */
export const STAND_INS = { cloudApi, kirim, ryze, wawp };

export type ProviderId = keyof typeof STAND_INS;

export const PROVIDER_IDS = Object.keys(STAND_INS) as readonly ProviderId[];

/** Whether a value from outside (command line, control endpoint) names one of the providers. */
export function isProviderId(value: unknown): value is ProviderId {
	return PROVIDER_IDS.some((id) => id === value);
}

/** One property of every stand-in, by provider. */
export function fromEach<Property extends keyof StandIn>(
	property: Property,
): { readonly [Id in ProviderId]: (typeof STAND_INS)[Id][Property] } {
	const entries = PROVIDER_IDS.map((id) => [id, STAND_INS[id][property]]);
	return Object.fromEntries(entries) as { [Id in ProviderId]: (typeof STAND_INS)[Id][Property] };
}
