import type { JsonObject } from '../input/untrustedJson';
import type { FieldValues, Operation } from '../providers/provider';

/** Where the messages to mark come from; value of the *Message* parameter. */
export type Source = 'webhook' | 'fields';

/** What to do with an incoming event that holds no message; value of *Events Without a Message*. */
export type NonMessageEvents = 'drop' | 'pass' | 'error';

/** One input item with the parameters that n8n resolved for it. */
export interface InputItem {
	readonly index: number;
	readonly json: JsonObject;
	readonly operation: Operation;
	readonly source: Source;
	/** The provider's own fields; empty in webhook mode. */
	readonly fields: FieldValues;
	readonly typingIndicator: boolean;
	readonly latestOnly: boolean;
	readonly nonMessageEvents: NonMessageEvents;
	readonly includeInput: boolean;
	readonly includeResponse: boolean;
}
