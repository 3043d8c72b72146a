import { PROVIDERS } from '../../../nodes/WhatsAppMarkRead/providers/index.ts';
import { PROVIDER_IDS } from '../../../sandbox/index.mts';

it("are the providers of the node's registry, in its order", () => {
	expect(PROVIDER_IDS).toEqual(PROVIDERS.map(({ id }) => id));
});
