import type { ProviderId } from '../../sandbox/index.mts';
import { PROVIDERS } from './providers.mts';
import { webhookPath } from './workflow.mts';

/**
 * Where each provider's ready-made workflow takes its webhooks.
 * @param n8nUrl without a trailing slash
 */
export function webhookUrls(n8nUrl: string): Readonly<Partial<Record<ProviderId, string>>> {
	return Object.fromEntries(
		PROVIDERS.map((provider) => [provider, `${n8nUrl}/webhook/${webhookPath(provider)}`]),
	);
}
