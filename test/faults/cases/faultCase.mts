import { underTest } from '../../e2e/providers/index.mts';
import type { Fault, ProviderId } from '../../../tools/sandbox/index.mts';

/**
 * What the failure rules ask of the node when a fault strikes:
 * - `triedAgain`: called again, until *Max Retries* is used up
 * - `waitedFor`: a rate limit: one call tries again until *Max Wait* is used up
 * - `notTriedAgain`: called once
 * - `tooLong`: the provider asks to be left alone for longer than *Max Wait*, so that it is called once
 * - `taken`: the provider's document makes such an answer a success
 */
export type Reaction = 'triedAgain' | 'waitedFor' | 'notTriedAgain' | 'tooLong' | 'taken';

export interface FaultCase {
	readonly name: string;
	/** @param urls where the call went, and a server at another origin */
	readonly fault: (urls: { readonly here: string; readonly elsewhere: string }) => Fault;
	/** Of all providers, but for those whose own `faultReactions` name the case. */
	readonly reaction: Reaction;
	/** What the user must be told, whichever the provider. */
	readonly says: RegExp;
	/** The HTTP status the user is told; `null`: there was none. */
	readonly status: number | null;
	/** Milliseconds for one request, where the fault is about time. */
	readonly timeout?: number;
}

/** The reaction that a provider's calls must meet with. */
export function reactionOf(
	{ name, reaction }: Pick<FaultCase, 'name' | 'reaction'>,
	provider: ProviderId,
): Reaction {
	return underTest(provider).faultReactions[name] ?? reaction;
}
