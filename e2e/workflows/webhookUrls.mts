import { PROVIDER_IDS } from '../../scripts/providers.js';
import type { ProviderId } from '../../sandbox/index.mts';
import { webhookPath } from './workflow.mts';

/**
 * Where each provider's ready-made workflow takes its webhooks.
 * @param n8nUrl without a trailing slash
 */
export function webhookUrls(n8nUrl: string): Readonly<Record<ProviderId, string>> {
	return Object.fromEntries(
		PROVIDER_IDS.map((provider) => [provider, `${n8nUrl}/webhook/${webhookPath(provider)}`]),
	);
}
