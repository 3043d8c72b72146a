import type { JsonObject } from '../input/untrustedJson';
import type { FieldValues, Operation } from '../providers/provider';

/** One input item with the parameters that n8n resolved for it. */
export interface InputItem {
	readonly index: number;
	readonly json: JsonObject;
	readonly operation: Operation;
	/** Where the messages to mark come from; value of the *Message* parameter. */
	readonly source: 'webhook' | 'fields';
	/** The provider's own fields; empty in webhook mode. */
	readonly fields: FieldValues;
	readonly typingIndicator: boolean;
	readonly latestOnly: boolean;
	/** What to do with an incoming event that holds no message; value of *Events Without a Message*. */
	readonly nonMessageEvents: 'drop' | 'pass' | 'error';
	readonly includeInput: boolean;
	readonly includeResponse: boolean;
}
