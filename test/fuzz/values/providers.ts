import fc from 'fast-check';

import { PROVIDERS } from '../../../nodes/WhatsAppMarkRead/providers';
import type { Provider } from '../../../nodes/WhatsAppMarkRead/providers/provider';

/** The node's providers; shown by their id in a counterexample. */
const NAMED = PROVIDERS.map((provider) =>
	Object.defineProperty({ ...provider }, fc.toStringMethod, { value: () => provider.id }),
);

/** One of the node's providers. */
export function anyProvider(
	isWanted: (provider: Provider) => boolean = () => true,
): fc.Arbitrary<Provider> {
	return fc.constantFrom(...NAMED.filter(isWanted));
}

/** One of the node's providers, with a value that depends on it. */
export function providerWith<Value>(
	valueFor: (provider: Provider) => fc.Arbitrary<Value>,
): fc.Arbitrary<{ provider: Provider } & Value> {
	return fc.oneof(
		...NAMED.map((provider) => valueFor(provider).map((value) => ({ provider, ...value }))),
	);
}
