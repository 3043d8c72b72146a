/** A message that somebody sent to the account: what a read receipt is for. */
export interface InboundMessage {
	/** In the form that the provider's calls use. Never empty, never `"null"`. */
	readonly id: string;
	/** Phone number ID, instance, session or the like that received the message; `null`: the credential's. */
	readonly account: string | null;
	/** In the form that the provider's calls use; `null` when only the message ID is known. */
	readonly chatId: string | null;
	/** Author of a group message; `null` outside groups. */
	readonly sender: string | null;
	readonly isGroup: boolean;
	/** When it was sent, unix seconds; `null` when unknown. */
	readonly timestamp: number | null;
}

/** What a webhook payload contains. */
export interface WebhookReading {
	/** The messages that can be marked, in the order of the payload. */
	readonly messages: readonly InboundMessage[];
	/** Why the rest of the payload contains nothing to mark, e.g. `a delivery status`. */
	readonly skipped: readonly string[];
	/** Parts that should contain a message, but have no message ID. */
	readonly unreadable: readonly string[];
}

/** Several readings as one. */
export function joined(readings: readonly WebhookReading[]): WebhookReading {
	return {
		messages: readings.flatMap(({ messages }) => messages),
		skipped: readings.flatMap(({ skipped }) => skipped),
		unreadable: readings.flatMap((reading) => reading.unreadable),
	};
}

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
