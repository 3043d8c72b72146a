import type { NodeItem } from './node-answer.mts';

export type Expectation = 'read' | 'skipped' | 'error';
export type Verdict = 'ok' | 'NOT MARKED' | 'NOT SKIPPED' | 'NO ERROR';

export interface Observation {
	/** null for an event without a message. */
	readonly messageId: string | null;
	/** The node's output items. */
	readonly items: readonly NodeItem[];
	/** Whether the sandbox remembers the message as read. */
	readonly readInSandbox: boolean;
	/** How many calls the provider's API got because of the event. */
	readonly callsToProvider: number;
}

/**
 * Judges one event by the node's output and by the sandbox's memory. A mark counts
 * only when both agree on the message.
 */
export function judge(expected: Expectation, seen: Observation): Verdict {
	switch (expected) {
		case 'read':
			return isMarked(seen) ? 'ok' : 'NOT MARKED';
		case 'skipped':
			return isSkipped(seen) ? 'ok' : 'NOT SKIPPED';
		case 'error':
			return isError(seen) ? 'ok' : 'NO ERROR';
	}
}

function isMarked({ items, messageId, readInSandbox }: Observation): boolean {
	const [item, ...others] = items;
	return (
		readInSandbox &&
		messageId !== null &&
		others.length === 0 &&
		item?.success === true &&
		item.status === 'read' &&
		item.messageIds?.includes(messageId) === true
	);
}

function isSkipped({ items, callsToProvider }: Observation): boolean {
	return (
		callsToProvider === 0 &&
		items.length > 0 &&
		items.every(({ status, reason }) => status === 'skipped' && Boolean(reason))
	);
}

/** The error is the provider's: it was called, and the item has exactly the error keys. */
function isError({ items, readInSandbox, callsToProvider }: Observation): boolean {
	return (
		!readInSandbox &&
		callsToProvider > 0 &&
		items.length > 0 &&
		items.every((item) => Object.keys(item).sort().join() === 'details,error,message')
	);
}
