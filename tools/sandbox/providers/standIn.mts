import type { SandboxMemory } from '../memory/SandboxMemory.mts';
import type { PostedBody } from '../server/postedBody.mts';
import type { BucketState, RateLimit } from '../server/TokenBuckets.mts';

/** What happened on WhatsApp: only `direct` and `group` hold a message to mark. */
export const WEBHOOK_KINDS = [
	'direct',
	'group',
	'status',
	'reaction',
	'own',
	'edit',
	'revoke',
] as const;

export type WebhookKind = (typeof WEBHOOK_KINDS)[number];

/** What a message holds: a photo's text is its caption, a voice note has none. */
export const MESSAGE_CONTENTS = ['text', 'photo', 'voice'] as const;

export type MessageContent = (typeof MESSAGE_CONTENTS)[number];

type Texts = Readonly<Record<string, string>>;

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

/** A provider's response. Without `body` it is empty. */
export interface StandInResponse {
	readonly status: number;
	readonly body?: unknown;
	readonly headers?: Readonly<Record<string, string>>;
}

/** One endpoint: a pure function of the call and the sandbox's memory. */
export interface ProviderRoute {
	readonly method: 'GET' | 'POST';
	/** Below the provider's base path, in fastify's notation: `/api/chat/markRead/:instance`. */
	readonly path: string;
	readonly respond: (call: ProviderCall, memory: SandboxMemory) => StandInResponse;
}

/** How the provider limits the rate of calls. */
export interface RateLimitRules {
	/** The documented limit; `null` when the documents state none that surely holds for receipts. */
	readonly documented: RateLimit | null;
	/** Whose bucket a call draws from, e.g. the token it carries. */
	bucketOf(call: ProviderCall): string;
	/** Whether the call costs a token; all calls get the headers. */
	spends(call: ProviderCall): boolean;
	/** The headers with the bucket's state, on every response. */
	headers(state: BucketState): Readonly<Record<string, string>>;
	/** The error once the bucket is empty. */
	error(state: BucketState): StandInResponse;
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
	readonly headers?: Texts;
	/** The id of the message that the event is about. */
	readonly messageId: string;
}

/** The provider's webhooks. */
export interface WebhookRules {
	/** Which kinds each payload layout has; the first layout is the default. */
	readonly layouts: Readonly<Record<string, readonly WebhookKind[]>>;
	build(order: WebhookOrder): BuiltWebhook;
	/** The chat or person that WhatsApp means by an id; without it, ids are written in one way only. */
	canonicalId?(id: string): string;
}

/** Who is on the provider's phone page, and in every example. */
export interface Cast {
	/** The business that the customers write to: the account that n8n acts for. */
	readonly business: { readonly name: string; readonly number: string };
	readonly group: Chat;
	/** The customers in the group by name, with their phone numbers; the first also writes directly. */
	readonly members: Texts;
	/** What follows a phone number in the id of a person. */
	readonly personSuffix: string;
}

/** A chat as the customer sees it. */
export interface Chat {
	readonly title: string;
	/** In the provider's own form: a phone number, JID or group id. */
	readonly id: string;
}

/** A POST of JSON below the base path. */
export interface SampleCall {
	readonly path: string;
	readonly headers: Texts;
	readonly body: Readonly<Record<string, unknown>>;
}

/** Everything the sandbox knows of one provider: its API as the documents describe it, and who uses it. */
export interface StandIn {
	/** The path of its API: what the base URL of a credential ends with. */
	readonly basePath: string;
	/**
	 * The credential it accepts, in the shape of the node's credential type, without `baseUrl`. It is made up: every
	 * secret contains `sandbox` and occurs nowhere else, so that a scan of outputs, errors and logs can look for it.
	 */
	readonly account: Texts;
	/** Secrets that its webhooks carry along. */
	readonly webhookSecrets: readonly string[];
	/** Secrets besides these and the password fields of `account`. */
	readonly otherSecrets: readonly string[];
	/** The account that messages arrive at: phone number id, instance name or instance id. */
	readonly accountId: string;
	readonly routes: readonly ProviderRoute[];
	/** The call that marks a message of the direct chat, with the good credential. */
	receipt(messageId: string): SampleCall;
	/** The response to such a call that is accepted, whatever message it names. */
	accepted(body: Readonly<Record<string, unknown>>): StandInResponse;
	/** The provider's own way to say that a path does not exist. */
	unknownPath(call: ProviderCall): StandInResponse;
	/** A failure of any status in the provider's own shape, with the code it documents for the status. */
	error(status: number, text: string): StandInResponse;
	/** Its response to every call while the account is not connected to WhatsApp. */
	disconnected(): StandInResponse;
	/** Its response to a token it does not know. */
	badToken(): StandInResponse;
	readonly rateLimit: RateLimitRules;
	readonly webhooks: WebhookRules;
	readonly cast: Cast;
}
