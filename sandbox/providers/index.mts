import { cloudApi } from './cloudApi/index.mts';
import { kirim } from './kirim/index.mts';
import type { SandboxProvider } from './provider.mts';
import type { ProviderId } from './providerId.mts';
import { ryze } from './ryze/index.mts';
import { wawp } from './wawp/index.mts';

/** The four providers: one line each. */
export const PROVIDERS: Readonly<Record<ProviderId, SandboxProvider>> = {
	cloudApi,
	kirim,
	ryze,
	wawp,
};
