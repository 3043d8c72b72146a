import type { FaultKind } from '../faults/fault.mts';
import type { ProviderId } from '../providers/index.mts';
import type { MessageContent, WebhookKind } from '../providers/standIn.mts';

/** A message somebody sent to the account, as the sandbox's webhook delivered it. */
export interface ReceivedMessage {
	readonly provider: ProviderId;
	/** Phone number id, instance name or instance id. */
	readonly account: string;
	/** The chat as the webhook names it: phone number, user id, group id or JID. */
	readonly chatId: string;
	/** The author; in a direct chat the same as `chatId`. */
	readonly sender: string;
	readonly isGroup: boolean;
	/** The id as the webhook carries it: wamid, bare id or serialized id. */
	readonly messageId: string;
	/** Unix seconds. */
	readonly timestamp: number;
	readonly status: 'unread' | 'read';
	/** ISO 8601; `null` while unread. */
	readonly markedAt: string | null;
}

/** A received message before it is remembered: every message starts unread. */
export type IncomingMessage = Omit<ReceivedMessage, 'status' | 'markedAt'>;

/** A message the account itself sent. The providers do not mark these. */
export interface OwnMessage {
	readonly provider: ProviderId;
	readonly messageId: string;
}

/** A typing bubble a provider was asked to show. */
export interface TypingRecord {
	readonly provider: ProviderId;
	readonly account: string;
	readonly chatId: string;
	/** The message of the same call; `null` where typing is a call of its own. */
	readonly messageId: string | null;
	/** How long it shows at most; `null` where the provider names no end. */
	readonly seconds: number | null;
	/** ISO 8601. */
	readonly at: string;
}

/** A chat that was marked read or unread. */
export interface ChatRecord {
	readonly provider: ProviderId;
	readonly account: string;
	readonly chatId: string;
	readonly read: boolean;
	/** ISO 8601. */
	readonly at: string;
}

/** One call a provider's API got, and its response; secrets are masked everywhere. */
export interface RecordedRequest {
	readonly provider: ProviderId;
	readonly method: string;
	/** The path below the sandbox's own address, e.g. `/cloud/v25.0/106540352242922/messages`. */
	readonly path: string;
	readonly query: Readonly<Record<string, string>>;
	readonly headers: Readonly<Record<string, string>>;
	/** Parsed JSON or form fields; `null` without a body; a note in brackets when unreadable. */
	readonly body: unknown;
	/** 0 when there was no complete response. */
	readonly status: number;
	/** Parsed JSON, else the text; `null` when the response was empty. */
	readonly response: unknown;
	/** The fault that the call got; `null`: the provider responded. */
	readonly fault: FaultKind | null;
	/** ISO 8601. */
	readonly at: string;
}

/** One webhook the sandbox posted, and what became of it; secrets are masked everywhere. */
export interface WebhookRecord {
	/** Its number among all webhooks since the start, from 1. */
	readonly number: number;
	readonly provider: ProviderId;
	readonly kind: WebhookKind;
	readonly content: MessageContent;
	readonly text: string;
	/** The chat, as the webhook names it. */
	readonly chatId: string;
	/** The author, as the webhook names it; in a direct chat the same as `chatId`. */
	readonly sender: string;
	/** The message that waits to be marked; `null` when the event holds none. */
	readonly messageId: string | null;
	/** The message a reaction belongs to; `null` for everything else. */
	readonly reactsTo: string | null;
	/** Where it was posted: the address without its query. */
	readonly url: string;
	/** ISO 8601. */
	readonly postedAt: string;
	/** `null` until there is a response. */
	readonly outcome: WebhookOutcome | null;
}

/** What became of a webhook: the receiver's response, or why there is none. */
export type WebhookOutcome =
	| {
			readonly status: number;
			/** Parsed JSON, else the text. */
			readonly body: unknown;
			/** ISO 8601. */
			readonly at: string;
	  }
	| { readonly failure: string; readonly at: string };

/** A webhook that is about to be posted. */
export type PostedWebhook = Omit<WebhookRecord, 'number' | 'postedAt' | 'outcome'>;

/** Everything the sandbox remembers, as plain data. */
export interface MemorySnapshot {
	readonly webhooks: readonly WebhookRecord[];
	readonly received: readonly ReceivedMessage[];
	readonly own: readonly OwnMessage[];
	readonly chats: readonly ChatRecord[];
	readonly typing: readonly TypingRecord[];
	readonly requests: readonly RecordedRequest[];
}
