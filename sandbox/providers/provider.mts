import type { IncomingMessage } from '../memory/records.mts';
import type { SandboxMemory } from '../memory/SandboxMemory.mts';
import type { PostedBody } from '../server/postedBody.mts';
import type { BucketState, RateLimit } from '../server/TokenBuckets.mts';
import type { MessageContent, WebhookKind } from '../webhook/outgoingWebhook.mts';
import type { ProviderId } from './providerId.mts';

/** One HTTP call to a provider, as its routes see it. */
export interface ProviderCall {
	readonly method: string;
	/** The path below the sandbox's own address, without the query. */
	readonly path: string;
	/** The path's placeholders, URL-decoded. */
	readonly params: Readonly<Record<string, string>>;
	readonly query: Readonly<Record<string, string>>;
	/** Names in lower case. */
	readonly headers: Readonly<Record<string, string>>;
	readonly body: PostedBody;
}

/** What a provider answers. Without `body` the answer is empty. */
export interface Answer {
	readonly status: number;
	readonly body?: unknown;
	readonly headers?: Readonly<Record<string, string>>;
}

/** One endpoint: a pure function of the call and the sandbox's memory. */
export interface ProviderRoute {
	readonly method: 'GET' | 'POST';
	/** Below the provider's path prefix, in fastify's notation: `/api/chat/markRead/:instance`. */
	readonly path: string;
	readonly answer: (call: ProviderCall, memory: SandboxMemory) => Answer;
}

/** How the provider limits the rate of calls. */
export interface RateLimitRules {
	/** The documented limit; `null` when the documents state none that surely holds for receipts. */
	readonly documented: RateLimit | null;
	/** Whose bucket a call draws from, e.g. the token it carries. */
	bucketOf(call: ProviderCall): string;
	/** Whether the call costs a token; all calls get the headers. */
	spends(call: ProviderCall): boolean;
	/** The headers that tell the bucket's state, on every answer. */
	headers(state: BucketState): Readonly<Record<string, string>>;
	/** The refusal once the bucket is empty. */
	refusal(state: BucketState): Answer;
}

/** A webhook to build, with every choice made. */
export interface WebhookOrder {
	readonly kind: WebhookKind;
	readonly layout: string;
	/** What a `direct` or `group` message holds. */
	readonly content: MessageContent;
	/** The message's text, or a photo's caption. */
	readonly text: string;
	/** The message a reaction belongs to; `null`: make an id up. */
	readonly reactsTo: string | null;
	readonly account: string;
	readonly chat: string;
	/** The author; in a direct chat the same as `chat`. */
	readonly sender: string;
	/** `null`: make a new one. */
	readonly messageId: string | null;
	/** Unix seconds. */
	readonly timestamp: number;
}

/** A webhook as the provider would post it. */
export interface BuiltWebhook {
	readonly payload: object;
	readonly headers: Readonly<Record<string, string>>;
	/** The message to remember as received; `null` when the event holds none that may be marked. */
	readonly message: IncomingMessage | null;
	/** Id of a message of the account's own that the event speaks of; `null` when none. */
	readonly ownMessageId: string | null;
}

/** The provider's webhooks. */
export interface WebhookRules {
	/** Which kinds each payload layout has; the first layout is the default. */
	readonly layouts: Readonly<Record<string, readonly WebhookKind[]>>;
	/** The people and chats of the examples. */
	readonly samples: {
		readonly account: string;
		readonly direct: string;
		readonly group: string;
		readonly author: string;
	};
	build(order: WebhookOrder): BuiltWebhook;
}

/** A provider's API as its documents describe it. */
export interface SandboxProvider {
	readonly id: ProviderId;
	/** The path prefix all its routes share, e.g. `/kirim`. */
	readonly prefix: string;
	readonly routes: readonly ProviderRoute[];
	/** The provider's own way to say that a path does not exist. */
	unknownPath(call: ProviderCall): Answer;
	readonly rateLimit: RateLimitRules;
	readonly webhooks: WebhookRules;
}
