import { ofEachProvider } from '../../../tools/providers.js';
import type { ProviderUnderTest } from './provider.mts';

/** What the runs with a real n8n expect of a provider, from its own folder here. */
export const underTest = ofEachProvider<ProviderUnderTest>('test/e2e/providers', 'underTest');
