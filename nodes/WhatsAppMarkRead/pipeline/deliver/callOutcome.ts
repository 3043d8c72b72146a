import type { Acceptance } from '../../providers/provider';
import type { Failure } from '../failure';

/** What became of a planned call. */
export interface CallOutcome {
	/** How it ended: taken, failed, or not made because no call before it was taken. */
	readonly result: Taken | Failed | { readonly kind: 'notMade' };
	/** Ids that the provider refused as bad before an older one of the same chat was tried. */
	readonly refusedIds: ReadonlyMap<string, Failure>;
}

export interface Taken {
	readonly kind: 'taken';
	/** The ids that were sent. */
	readonly messageIds: readonly string[];
	/** Whether the call showed the typing indicator. */
	readonly showedTyping: boolean;
	readonly acceptance: Acceptance;
	/** The provider's answer, parsed where it is JSON. */
	readonly response: unknown;
}

export interface Failed {
	readonly kind: 'failed';
	readonly failure: Failure;
}
