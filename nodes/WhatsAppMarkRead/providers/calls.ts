import type { JsonObject } from '../input/untrustedJson';
import type { CallError } from '../responses/errorCatalogue';
import type { InboundMessage } from './messages';

/** One call to the provider, before it is written in the provider's format. */
export type Call = MarkMessagesCall | MarkChatCall | TypingCall;

export interface MarkMessagesCall extends Pick<InboundMessage, 'chatId' | 'sender'> {
	readonly kind: 'markMessages';
	/** `null` where the key alone decides it. */
	readonly account: string | null;
	/** One ID, or several where `idsPerCall` is `many`. */
	readonly messageIds: readonly string[];
	/** Whether the same call shows the typing indicator. */
	readonly withTyping: boolean;
}

/** Marks a whole chat as read or unread. */
export interface MarkChatCall {
	readonly kind: 'markChat' | 'markChatUnread';
	/** `null` where the key alone decides it. */
	readonly account: string | null;
	readonly chatId: string;
	/** The newest message of the chat in the webhook; `null` under *Define Below*. */
	readonly lastMessage: Pick<InboundMessage, 'id' | 'sender' | 'timestamp'> | null;
}

export interface TypingCall {
	readonly kind: 'showTyping';
	/** `null` where the key alone decides it. */
	readonly account: string | null;
	readonly chatId: string;
}

/** An HTTP request without authentication. */
export interface ProviderRequest {
	readonly method: 'POST' | 'PUT' | 'PATCH';
	/** Where a secret belongs into the path, it holds the text `{token}`: the credential type puts the secret there. */
	readonly url: string;
	/** `null`: no body. */
	readonly body: JsonObject | null;
}

/** The provider accepted the call, which does not mean that the ticks are blue (docs/providers/README.md, "Success means accepted"). */
export interface Acceptance {
	readonly kind: 'accepted';
	/** The chat as the provider resolved it, when it says so. */
	readonly chatId: string | null;
	readonly requestId: string | null;
	/** What the user should know although the call was accepted; usually `null`. */
	readonly warning: string | null;
	/** IDs of the call that were not marked although the call was accepted, each with the reason; only where there are any. */
	readonly failedIds?: ReadonlyMap<string, CallError>;
}

/** An acceptance with nothing more to say. */
export const ACCEPTED: Acceptance = {
	kind: 'accepted',
	chatId: null,
	requestId: null,
	warning: null,
};
