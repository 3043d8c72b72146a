/** A message that somebody sent to the account: what a read receipt is for. */
export interface InboundMessage {
	/** Message id in the form that the provider's call takes. Never empty, never `"null"`. */
	readonly id: string;
	/** Phone number id, instance name or instance id the message came in on; `null`: the credential's. */
	readonly account: string | null;
	/** The chat in the form that the provider's call takes; `null` when only the message id is known. */
	readonly chatId: string | null;
	/** Author of a group message; `null` outside groups. */
	readonly sender: string | null;
	readonly isGroup: boolean;
	/** When it was sent, unix seconds; `null` when unknown. */
	readonly timestamp: number | null;
}

/** What a webhook payload holds. */
export interface WebhookReading {
	/** The messages that can be marked, in the order of the payload. */
	readonly messages: readonly InboundMessage[];
	/** Why the rest of the payload holds nothing to mark, e.g. `a delivery status`. */
	readonly skipped: readonly string[];
	/** Parts that should hold a message, but whose id cannot be found. */
	readonly unreadable: readonly string[];
}
