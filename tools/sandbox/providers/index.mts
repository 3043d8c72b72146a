import { ofEachProvider, PROVIDER_IDS, type ProviderId } from '../../providers.js';
import { completed, type CompleteStandIn, type StandIn } from './standIn.mts';

export { PROVIDER_IDS, type ProviderId };

const described = ofEachProvider<StandIn>('tools/sandbox/providers', 'standIn');

/** The stand-in of a provider in the node's registry, from its own folder here. */
export function standInOf(provider: ProviderId): CompleteStandIn {
	return completed(described(provider));
}
