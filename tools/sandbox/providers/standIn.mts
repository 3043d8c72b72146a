import type { SandboxMemory } from '../memory/SandboxMemory.mts';
import { rateLimitHeaders, type BucketState, type RateLimit } from '../server/TokenBuckets.mts';
import { bearerToken, type ProviderCall, type StandInResponse } from './call.mts';

export * from './call.mts';

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

/** Responds to a call with what the memory knows. @throws Refused */
export type Respond = (call: ProviderCall, memory: SandboxMemory) => StandInResponse;

/** How the provider limits the rate of calls. */
export interface RateLimitRules {
	/** The documented limit; `null` when the documents state none that surely holds for receipts. */
	readonly documented: RateLimit | null;
	/** Whose bucket a call draws from: without it, the bearer token's. */
	bucketOf(call: ProviderCall): string;
	/** Whether the call costs a token: without it, every call but a GET. All calls get the headers. */
	spends(call: ProviderCall): boolean;
	/** The headers with the bucket's state, on every response: without it, the usual `X-RateLimit-*`. */
	headers(state: BucketState): Texts;
	/** The error once the bucket is empty: without it, that for the status 429. */
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
	/** Posted as a form, with a field for each text of the payload; n8n's Webhook node hands both on as the same `body`. */
	readonly form?: true;
	readonly headers?: Texts;
	/** The id of the message that the event is about. */
	readonly messageId: string;
}

/** The provider's webhooks. */
export interface WebhookRules {
	/** Which kinds each payload layout has; the first that has a kind is the default for it. */
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

/** A call below the base path, as the node makes it. */
export interface SampleCall {
	/** Without it, POST. */
	readonly method?: 'PUT' | 'PATCH';
	readonly path: string;
	readonly headers: Texts;
	/** JSON; `null`: the call has no body. */
	readonly body: Readonly<Record<string, unknown>> | null;
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
	/** The account that messages arrive at: phone number id, instance name or instance id. */
	readonly accountId: string;
	/** Secrets that its webhooks carry along. */
	readonly webhookSecrets?: readonly string[];
	/** Secrets besides these and the password fields of `account`. */
	readonly otherSecrets?: readonly string[];
	/** Its endpoints by method and path below the base path, in fastify's notation. */
	readonly routes: Readonly<Record<`${'GET' | 'POST' | 'PUT' | 'PATCH'} /${string}`, Respond>>;
	/** The call that marks a message of the direct chat, with the good credential. */
	receipt(messageId: string): SampleCall;
	/** The response to such a call that is accepted, whatever message it names; of a call without a body, to `{}`. */
	accepted(body: Readonly<Record<string, unknown>>): StandInResponse;
	/** A failure of any status in the provider's own shape, with the code it documents for the status. */
	error(status: number, text: string): StandInResponse;
	/** Its own way to say that a path does not exist: without it, its error for the status 404. */
	unknownPath?(call: ProviderCall): StandInResponse;
	/** Its response to every call while the account is not connected to WhatsApp. */
	disconnected(): StandInResponse;
	/** Its response to a token it does not know. */
	badToken(): StandInResponse;
	/** What differs from the usual; without it, nothing is limited unless an option of the sandbox asks for it. */
	readonly rateLimit?: Partial<RateLimitRules>;
	readonly webhooks: WebhookRules;
	readonly cast: Cast;
}

/** A stand-in with everything that it may leave out. */
export type CompleteStandIn = Required<StandIn> & { readonly rateLimit: RateLimitRules };

/** Fills in what a stand-in leaves out. */
export function completed(standIn: StandIn): CompleteStandIn {
	return {
		webhookSecrets: [],
		otherSecrets: [],
		unknownPath: ({ method, path }) => standIn.error(404, `Route not found: ${method} ${path}`),
		...standIn,
		rateLimit: {
			documented: null,
			bucketOf: (call) => bearerToken(call) ?? '',
			spends: ({ method }) => method !== 'GET',
			headers: rateLimitHeaders,
			error: () => standIn.error(429, 'Too many requests'),
			...standIn.rateLimit,
		},
	};
}
