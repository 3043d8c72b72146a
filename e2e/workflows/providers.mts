import { PROVIDERS as REGISTRY } from '../../nodes/WhatsAppMarkRead/providers/index.ts';
import type { Provider } from '../../nodes/WhatsAppMarkRead/providers/provider.ts';
import type { ProviderId } from '../../sandbox/index.mts';

/** All providers, in the order of the node's dropdown. */
export const PROVIDERS: readonly ProviderId[] = REGISTRY.map(({ id }) => id as ProviderId);

export const PROVIDER_NAMES = byProvider(({ displayName }) => displayName);

export const CREDENTIAL_TYPES = byProvider(({ credentialType }) => credentialType);

function byProvider(read: (provider: Provider) => string): Readonly<Record<ProviderId, string>> {
	return Object.fromEntries(REGISTRY.map((provider) => [provider.id, read(provider)])) as Readonly<
		Record<ProviderId, string>
	>;
}
