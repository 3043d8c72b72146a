import { ofEachProvider, PROVIDER_IDS, type ProviderId } from '../../scripts/providers.js';
import type { StandIn } from './standIn.mts';

export { PROVIDER_IDS, type ProviderId };

/** The stand-in of a provider in the node's registry, from its own folder here. */
export const standInOf = ofEachProvider<StandIn>('sandbox/providers', 'standIn');

/** Says to an API client what its `provider` must be. */
export const PROVIDER_EXPECTED = `"provider" must be one of: ${PROVIDER_IDS.join(', ')}`;

/** Whether a value from outside (command line, control endpoint) is the id of a provider. */
export function isProviderId(value: unknown): value is ProviderId {
	return PROVIDER_IDS.some((id) => id === value);
}
