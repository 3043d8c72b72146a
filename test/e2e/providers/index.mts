import { ofEachProvider } from '../../../tools/providers.js';
import type { ProviderUnderTest } from './provider.mts';

/**
 * What the runs with a real n8n expect of a provider, from its own folder here. Nothing imports these
 * files itself: Playwright would then hand out the imported form to `require` too, which cannot load
 * what such a file imports in turn.
 */
export const underTest = ofEachProvider<ProviderUnderTest>('test/e2e/providers', 'underTest');
