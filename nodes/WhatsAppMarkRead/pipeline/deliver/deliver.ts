import type { MarkMessagesCall } from '../../providers/calls';
import type { Failure } from '../failure';
import type { PlannedCall } from '../planBuilder';
import { exchange, showTyping, type CallResult, type ExchangeContext } from './exchange';

/** What became of a planned call. */
export interface CallOutcome {
	/** `notMade`: none of the calls before it was accepted. */
	readonly result: CallResult | { readonly kind: 'notMade' };
	/** Ids that failed for themselves: in a call that marked others, or as bad before an older one of the chat was tried. */
	readonly badIds: ReadonlyMap<string, Failure>;
}

/** What all deliveries of one execution share. */
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

const NO_BAD_IDS: CallOutcome['badIds'] = new Map();

/** Makes a call after those before it, if one of them was accepted. */
async function makeAfter(
	before: ReadonlyArray<Promise<CallOutcome> | undefined>,
	planned: PlannedCall,
	context: DeliveryContext,
): Promise<CallOutcome> {
	const outcomes = await Promise.all(before);
	const isWorthIt = outcomes.some((outcome) => outcome?.result.kind === 'accepted');
	if (!isWorthIt) return { result: { kind: 'notMade' }, badIds: NO_BAD_IDS };
	return await make(planned, context);
}

async function make(
	{ call, olderIds }: PlannedCall,
	context: DeliveryContext,
): Promise<CallOutcome> {
	if (call.kind === 'markMessages') return await markNewest(call, olderIds, context);
	const makeCall = call.kind === 'showTyping' ? showTyping(call, context) : exchange(call, context);
	return { result: await makeCall, badIds: NO_BAD_IDS };
}

/** Older ids that are tried at most: when so many fail as bad, it is not the ids that are bad. */
const MAX_OLDER_IDS = 5;

/** Marks the ids of the call; when they fail as bad, an older id of the chat, and so on. */
async function markNewest(
	newest: MarkMessagesCall,
	olderIds: readonly string[],
	context: DeliveryContext,
): Promise<CallOutcome> {
	const badIds = new Map<string, Failure>();
	const mark = async (receipt: MarkMessagesCall) => {
		const outcome = await exchange(receipt, context);
		outcome.badIds?.forEach((failure, id) => badIds.set(id, failure));
		return outcome;
	};
	let call = newest;
	let result = await mark(call);
	for (const olderId of olderIds.slice(0, MAX_OLDER_IDS)) {
		if (result.kind === 'accepted' || !result.isBadMessageId) break;
		for (const id of call.messageIds) badIds.set(id, result.failure);
		call = { ...call, messageIds: [olderId] };
		result = await mark(call);
	}
	return { result, badIds };
}
