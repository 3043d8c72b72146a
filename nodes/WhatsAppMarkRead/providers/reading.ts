import type { InboundMessage, WebhookReading } from './messages';

/** The reading of an event with one message to mark. */
export function found(message: InboundMessage): WebhookReading {
	return { messages: [message], skipped: [], unreadable: [] };
}

/** The reading of an event that holds nothing to mark, with the reason, e.g. `a reaction`. */
export function skip(reason: string): WebhookReading {
	return { messages: [], skipped: [reason], unreadable: [] };
}

/** The reading of an event that should hold a message to mark, with what is wrong with it. */
export function unreadable(problem: string): WebhookReading {
	return { messages: [], skipped: [], unreadable: [problem] };
}
