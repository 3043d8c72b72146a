import type {
	ChatRecord,
	ReceivedMessage,
	RecordedRequest,
	TypingRecord,
	WebhookRecord,
} from './records.mts';

/** One change of the sandbox's memory. The records in it are copies: later changes leave them be. */
export type MemoryChange =
	/** A webhook leaves, and once more when there is a response. */
	| { readonly type: 'webhook'; readonly webhook: WebhookRecord }
	/** Ticks turn blue. */
	| { readonly type: 'read'; readonly messages: readonly ReceivedMessage[] }
	| { readonly type: 'typing'; readonly typing: TypingRecord }
	| { readonly type: 'chat'; readonly chat: ChatRecord }
	| { readonly type: 'request'; readonly request: RecordedRequest }
	| { readonly type: 'cleared' };

export type ChangeListener = (change: MemoryChange) => void;

/** Tells each change to everybody who listens, in the order of the changes. */
export class MemoryChanges {
	readonly #listeners = new Set<ChangeListener>();

	/** @returns what ends the listening */
	subscribe(listener: ChangeListener): () => void {
		this.#listeners.add(listener);
		return () => void this.#listeners.delete(listener);
	}

	tell(change: MemoryChange): void {
		for (const listener of this.#listeners) listener(change);
	}
}
