import { PROVIDERS } from '../../nodes/WhatsAppMarkRead/providers';
import type { Provider } from '../../nodes/WhatsAppMarkRead/providers/provider';

/**
 * The first provider of the registry that is as a test needs it.
 *
 * @throws TypeError when there is none
 */
export function providerWith(isWanted: (provider: Provider) => boolean): Provider {
	const found = PROVIDERS.find(isWanted);
	if (found === undefined)
		throw new TypeError(`No provider of the registry is so: ${String(isWanted)}`);
	return found;
}
