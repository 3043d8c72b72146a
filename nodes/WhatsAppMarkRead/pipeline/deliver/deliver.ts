import type { Acceptance, Call } from '../../providers/provider';
import type { Failure } from '../failure';
import type { PlannedCall } from '../plan';
import { exchange } from './exchange';
import type { Exchange, ExchangeContext } from './exchange';

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
	readonly acceptance: Acceptance;
	/** The provider's answer, parsed where it is JSON. */
	readonly response: unknown;
}

export interface Failed {
	readonly kind: 'failed';
	readonly failure: Failure;
}

/**
 * Makes the planned calls, as many at a time as the context's gate lets through.
 *
 * @returns what became of each call, in the same order; never rejects
 */
export async function deliver(
	calls: readonly PlannedCall[],
	context: ExchangeContext,
): Promise<readonly CallOutcome[]> {
	const outcomes: Array<Promise<CallOutcome>> = [];
	for (const { call, olderIds, after } of calls) {
		const before = after.map((position) => outcomes[position]);
		outcomes.push(
			anyTaken(before).then(async (isWorthIt) =>
				isWorthIt ? await make(call, olderIds, context) : NOT_MADE,
			),
		);
	}
	return await Promise.all(outcomes);
}

const NOT_MADE: CallOutcome = { result: { kind: 'notMade' }, refusedIds: new Map() };

/** Whether a call that follows others makes sense: one of them was taken, or there are none. */
async function anyTaken(before: ReadonlyArray<Promise<CallOutcome> | undefined>): Promise<boolean> {
	const outcomes = await Promise.all(before);
	return outcomes.length === 0 || outcomes.some((outcome) => outcome?.result.kind === 'taken');
}

async function make(
	call: Call,
	olderIds: readonly string[],
	context: ExchangeContext,
): Promise<CallOutcome> {
	if (call.kind === 'markMessages') return await markNewest(call, olderIds, context);
	return { result: resultOf(await exchange(call, context), []), refusedIds: new Map() };
}

/** Marks the ids of the call; when the provider refuses them as bad, an older id of the chat, and so on. */
async function markNewest(
	call: Extract<Call, { kind: 'markMessages' }>,
	olderIds: readonly string[],
	context: ExchangeContext,
): Promise<CallOutcome> {
	const refusedIds = new Map<string, Failure>();
	let messageIds = call.messageIds;
	let ended = await exchange(call, context);
	for (const olderId of olderIds) {
		if (ended.kind === 'taken' || !ended.isBadMessageId) break;
		for (const id of messageIds) refusedIds.set(id, ended.failure);
		messageIds = [olderId];
		ended = await exchange({ ...call, messageIds }, context);
	}
	return { result: resultOf(ended, messageIds), refusedIds };
}

function resultOf(ended: Exchange, messageIds: readonly string[]): Taken | Failed {
	return ended.kind === 'taken'
		? { ...ended, messageIds }
		: { kind: 'failed', failure: ended.failure };
}
