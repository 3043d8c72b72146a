import type { Acceptance, Call } from '../../providers/calls';
import type { Failure } from '../failure';
import type { PlannedCall } from '../planBuilder';
import { exchange, showTyping } from './exchange';
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

/** What delivering has in hand for one execution. */
export interface DeliveryContext extends ExchangeContext {
	/** Calls made so far, by what they ask for: a duplicate of one run costs no second call. */
	readonly made: Map<string, Promise<CallOutcome>>;
}

/**
 * Makes the planned calls, as many at a time as the context's gate lets through.
 *
 * @returns what became of each call, in the same order; never rejects
 */
export async function deliver(
	calls: readonly PlannedCall[],
	context: DeliveryContext,
): Promise<readonly CallOutcome[]> {
	const outcomes: Array<Promise<CallOutcome>> = [];
	calls.forEach((planned, position) => {
		if (planned.after.length === 0) outcomes[position] = makeOnce(planned, context);
	});
	// Only now: items share a call, so that it may follow calls that were planned after it.
	calls.forEach((planned, position) => {
		if (planned.after.length === 0) return;
		const before = planned.after.map((earlier) => outcomes[earlier]);
		outcomes[position] = makeAfter(before, planned, context);
	});
	return await Promise.all(outcomes);
}

/** Makes a call, unless an earlier part of the run has asked for the same: then it has its outcome already. */
async function makeOnce(planned: PlannedCall, context: DeliveryContext): Promise<CallOutcome> {
	const key = JSON.stringify([planned.call, planned.olderIds]);
	const outcome = context.made.get(key) ?? make(planned, context);
	context.made.set(key, outcome);
	return await outcome;
}

const NOT_MADE: CallOutcome = { result: { kind: 'notMade' }, refusedIds: new Map() };

/** Makes a call when those before it have ended, and one of them was taken. */
async function makeAfter(
	before: ReadonlyArray<Promise<CallOutcome> | undefined>,
	planned: PlannedCall,
	context: DeliveryContext,
): Promise<CallOutcome> {
	const outcomes = await Promise.all(before);
	const isWorthIt = outcomes.some((outcome) => outcome?.result.kind === 'taken');
	return isWorthIt ? await make(planned, context) : NOT_MADE;
}

async function make(
	{ call, olderIds }: PlannedCall,
	context: DeliveryContext,
): Promise<CallOutcome> {
	if (call.kind === 'markMessages') return await markNewest(call, olderIds, context);
	if (call.kind === 'showTyping') {
		return { result: resultOf(await showTyping(call, context), [], true), refusedIds: new Map() };
	}
	return { result: resultOf(await exchange(call, context), [], false), refusedIds: new Map() };
}

/** Older ids that are tried at most: when so many are refused, it is not the ids that are bad. */
const MAX_OLDER_IDS = 5;

/** Marks the ids of the call; when the provider refuses them as bad, an older id of the chat, and so on. */
async function markNewest(
	call: Extract<Call, { kind: 'markMessages' }>,
	olderIds: readonly string[],
	context: DeliveryContext,
): Promise<CallOutcome> {
	const refusedIds = new Map<string, Failure>();
	let messageIds = call.messageIds;
	let ended = await exchange(call, context);
	for (const olderId of olderIds.slice(0, MAX_OLDER_IDS)) {
		if (ended.kind === 'taken' || !ended.isBadMessageId) break;
		for (const id of messageIds) refusedIds.set(id, ended.failure);
		messageIds = [olderId];
		ended = await exchange({ ...call, messageIds }, context);
	}
	return { result: resultOf(ended, messageIds, call.withTyping), refusedIds };
}

function resultOf(
	ended: Exchange,
	messageIds: readonly string[],
	showedTyping: boolean,
): Taken | Failed {
	return ended.kind === 'taken'
		? { ...ended, messageIds, showedTyping }
		: { kind: 'failed', failure: ended.failure };
}
