import type { ProviderId } from '../../sandbox/index.mts';
import { cloudApi } from './cloudApi/index.mts';
import { kirim } from './kirim/index.mts';
import type { ProviderUnderTest } from './provider.mts';
import { ryze } from './ryze/index.mts';
import { wawp } from './wawp/index.mts';

/** What the runs with a real n8n expect of each provider. */
export const UNDER_TEST: Readonly<Record<ProviderId, ProviderUnderTest>> = {
	cloudApi,
	kirim,
	ryze,
	wawp,
};
