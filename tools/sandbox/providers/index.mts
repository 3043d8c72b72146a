import { ofEachProvider, PROVIDER_IDS, type ProviderId } from '../../providers.js';
import type { StandIn } from './standIn.mts';

export { PROVIDER_IDS, type ProviderId };

/** The stand-in of a provider in the node's registry, from its own folder here. */
export const standInOf = ofEachProvider<StandIn>('tools/sandbox/providers', 'standIn');
