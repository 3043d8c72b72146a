import type { JsonObject } from '../input/untrustedJson';
import type { Operation } from '../providers/provider';
import type { Failure } from './failure';

/** What the node says about one conversation of one input item. Every key is always there; unknown is `null`. */
export interface Receipt {
	readonly success: true;
	readonly status: 'read' | 'unread' | 'skipped';
	readonly provider: string;
	readonly operation: Operation;
	readonly account: string | null;
	/** As the provider resolved it when it says so, else as it was sent. */
	readonly chatId: string | null;
	readonly sender: string | null;
	readonly messageIds: readonly string[];
	/** Whether the typing indicator was shown. */
	readonly typingIndicator: boolean;
	readonly requestId: string | null;
	/** Only when none of the receipt's own ids was sent: the id that stood for them. */
	readonly coveredBy?: string;
	/** Only with `skipped`: what the event was. */
	readonly reason?: string;
	/** Only with the option *Include Response*; a list when several calls were made. */
	readonly response?: unknown;
}

/** The facts of a failed item, for workflows that go on with it. */
export interface FailureDetails {
	readonly provider: string;
	readonly operation: Operation;
	readonly account: string | null;
	readonly chatId: string | null;
	readonly sender: string | null;
	/** The ids that were not marked. */
	readonly messageIds: readonly string[];
	/** The ids of the same item that were marked all the same. */
	readonly markedIds: readonly string[];
	readonly httpCode: string | null;
	readonly code: string | null;
	readonly providerMessage: string | null;
	readonly requestId: string | null;
	readonly attempts: number;
}

/** One output item to be. */
export type Report =
	| {
			readonly kind: 'receipt';
			readonly itemIndex: number;
			readonly json: JsonObject;
			/** Whether the fields and files of the input item stay in the output. */
			readonly keepsInput: boolean;
	  }
	| {
			readonly kind: 'failed';
			readonly itemIndex: number;
			readonly failure: Failure;
			readonly details: FailureDetails;
			/** The fields of the input item without secrets: on the error output n8n adds them. */
			readonly input: JsonObject;
	  };
