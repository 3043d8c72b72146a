import type { Fault, FaultPlan } from '../../tools/sandbox/index.mts';
import type { Reaction } from './cases/faultCase.mts';
import type { ExecutionSettings } from './markItems.mts';

/** Receipts in one execution: in flight together. */
export const RECEIPTS = 3;

const MAX_RETRIES = 2;

/** How long a fault lasts, and what the workflow does about failed items. */
export interface Weather {
	readonly name: string;
	readonly plan: (fault: Fault) => FaultPlan;
	readonly onError: ExecutionSettings['onError'];
	readonly options: ExecutionSettings['options'];
	/** Calls that one receipt takes on average when the node reacts so. */
	readonly callsPerReceipt: (reaction: Reaction) => number;
	readonly isDelivered: (reaction: Reaction) => boolean;
}

/** Calls of one receipt on average while a rate limit stays: one tries two seconds later, and when *Max Wait* is over. */
const WAITED_FOR = (RECEIPTS + 2) / RECEIPTS;

/** Every call is struck. */
export const STAYS: Weather = {
	name: 'while it stays',
	plan: (fault) => ({ sequence: [fault], repeat: true }),
	onError: 'continueRegularOutput',
	options: { maxRetries: MAX_RETRIES, includeResponse: true },
	callsPerReceipt: (reaction) => {
		if (reaction === 'waitedFor') return WAITED_FOR;
		return reaction === 'triedAgain' ? MAX_RETRIES + 1 : 1;
	},
	isDelivered: (reaction) => reaction === 'taken',
};

/** As many calls are struck as there are receipts; all of them may hit the same one. */
export const PASSES: Weather = {
	name: 'when it passes',
	plan: (fault) => ({ sequence: Array.from({ length: RECEIPTS }, () => fault) }),
	onError: 'continueRegularOutput',
	options: { maxRetries: RECEIPTS, includeInput: true, includeResponse: true },
	callsPerReceipt: (reaction) => (isTriedAgain(reaction) ? 2 : 1),
	isDelivered: (reaction) => reaction === 'taken' || isTriedAgain(reaction),
};

function isTriedAgain(reaction: Reaction): boolean {
	return reaction === 'triedAgain' || reaction === 'waitedFor';
}

/** Every call is struck, and the first failure stops the workflow. */
export const STOPS: Weather = {
	name: 'when it stops the workflow',
	plan: STAYS.plan,
	onError: 'stopWorkflow',
	options: { maxRetries: 0 },
	callsPerReceipt: () => 1,
	isDelivered: STAYS.isDelivered,
};
