import type { Provider } from '../nodes/WhatsAppMarkRead/providers/provider.ts';

/** Id of a provider in the node's registry. */
export type ProviderId = Provider['id'];

/** All providers of the registry, in its order. */
export declare const PROVIDER_IDS: readonly ProviderId[];

/** @throws RangeError when the registry has no such provider */
export declare function providerOf(id: ProviderId): Provider;

/**
 * Loads what each provider of the registry has in a folder of its own.
 *
 * @param folder where the folders are, from the project's root: `<folder>/<id>/index.mts`
 * @param name what each of these files exports, as a `Part`
 * @returns the part of one provider; it throws a RangeError when the registry has no such provider
 * @throws Error naming the file when one is missing, or does not export it
 */
export declare function ofEachProvider<Part>(
	folder: string,
	name: string,
): (id: ProviderId) => Part;
