import { underTest } from '../../e2e/providers/index.mts';
import type { Fault, ProviderId } from '../../../tools/sandbox/index.mts';
import type { Elsewhere } from './elsewhere.mts';

/**
 * What the failure rules ask of the node when a fault strikes:
 * - `triedAgain`: called again, until *Max Retries* is used up
 * - `waitedFor`: a rate limit: one call tries again until *Max Wait* is used up
 * - `notTriedAgain`: called once
 * - `tooLong`: the provider asks to be left alone for longer than *Max Wait*, so that it is called once
 * - `taken`: the provider's document makes such an answer a success
 */
export type Reaction = 'triedAgain' | 'waitedFor' | 'notTriedAgain' | 'tooLong' | 'taken';

interface Expected {
	readonly name: string;
	/** Of all providers, but for those whose own `faultReactions` name the case. */
	readonly reaction: Reaction;
	/** What the user must be told, whichever the provider. */
	readonly says: RegExp;
	/** The HTTP status the user is told; `null`: there was none. */
	readonly status: number | null;
	/** Milliseconds for one request, where the fault is about time. */
	readonly timeout?: number;
}

/** A fault of the sandbox. */
export interface FaultCase extends Expected {
	/** @param urls where the call went, and a server at another origin */
	readonly fault: (urls: { readonly here: string; readonly elsewhere: string }) => Fault;
}

/** An address at which no provider can be reached. */
export interface OutsideCase extends Expected {
	/** What stands in place of a provider's origin. */
	readonly url: (servers: Elsewhere) => string;
}

/** The reaction that a provider's calls must meet with. */
export function reactionOf({ name, reaction }: Expected, provider: ProviderId): Reaction {
	return underTest(provider).faultReactions[name] ?? reaction;
}

/** Milliseconds: long enough for a good answer on a busy machine. */
export const SHORT_TIMEOUT = 1_500;

/** What the user must be told, whichever the provider: it names itself in the middle. */
export const SAYS = {
	lost: /connection to .* was lost/,
	late: /did not respond in time/,
	noReceipt: /did not confirm that the message was marked/,
	unreadable: /response of .* could not be read/,
	farTooLong: /response of .* is far too long/,
	tooMany: /Too many requests/,
	notAble:
		/temporarily unavailable|has an internal error|failed while marking|could not reach its WhatsApp engine/,
};
