import type { Reaction } from '../../faults/cases/faultCase.mts';
import type { ProviderId } from '../../../tools/sandbox/index.mts';
import type { MessageKind, Messages, PostedFields, Refused } from '../hosts/messages.mts';

/** The operations, as the node's dropdown names them. */
export const OPERATION_NAMES = {
	markMessage: 'Mark Message as Read',
	markChat: 'Mark Chat as Read',
	markChatUnread: 'Mark Chat as Unread',
} as const;

export type Operation = keyof typeof OPERATION_NAMES;

/**
 * What the runs with a real n8n expect of a provider, written down from the package's public interface and not read
 * from the node: whoever changes a label or a condition there changes it here as well.
 */
export interface ProviderUnderTest {
	readonly id: ProviderId;
	/** How the dropdown names it. */
	readonly label: string;
	/** What it offers, in the order of the dropdown. */
	readonly operations: readonly Operation[];
	/** The fields under *Define Below* to mark a message. */
	readonly messageFields: readonly string[];
	/** The key alone decides the account: without a webhook nothing names it. */
	readonly keyDecidesAccount?: true;
	/** *Only the Latest Message* behind a webhook; `null` where *Add option* does not offer it. */
	readonly latestOnly: {
		readonly isDefault: boolean;
		/** Whether marking a message also marks the earlier ones of its chat. */
		readonly marksEarlier: boolean;
	} | null;
	/** A message id in the right form that nobody sent; only where the provider refuses one. */
	readonly unknownMessageId?: string;
	/** How a receipt looks with expressions that read the webhook as an item; only where the benchmark needs it. */
	readonly byExpressions?: {
		/** The body of n8n's HTTP Request node. */
		readonly body: Readonly<Record<string, string>>;
		/** The node's parameters under *Define Below*. */
		readonly fields?: Readonly<Record<string, string>>;
	};
	/** The pictures of the documentation that show its phone. */
	readonly phonePictures?: ReadonlyArray<'phone' | 'phone-dark'>;
	/** The node's parameters for those fields; each reads a posted field by an expression. */
	fieldParameters(posted: (field: keyof PostedFields) => string): Record<string, unknown>;
	/** Panels that a picture of the documentation shows filled in. */
	readonly filledPanels?: readonly FilledPanel[];
	/** How many calls a receipt with typing takes; `null` where it has no typing indicator. */
	readonly typingCalls: 1 | 2 | null;
	/** What the failure rules ask of the node where this provider differs from the rest, by the name of the fault. */
	readonly faultReactions: Readonly<Record<string, Reaction>>;
	readonly credential: ExpectedCredential;
	/** How it writes a person's and a group's chat, with four digits that count up. */
	readonly chats: Readonly<Record<MessageKind, (digits: string) => string>>;
	/** What the node refuses in the provider's stead, before any call; without it nothing that is well filled in. */
	readonly refuses?: {
		readonly groups: boolean;
		/** The operations that it refuses under *Define Below*. */
		readonly fields: readonly Operation[];
	};
	/** What it, or the node in its stead, refuses. */
	readonly refusal: {
		/** How many calls the node makes for what the provider refuses. */
		readonly calls: number;
		event(messages: Messages): object;
		fields(messages: Messages, posted: PostedFields): Refused;
	};
	/** Where it takes a text that is sent. */
	readonly sending: Sending;
}

/** A panel as a saved workflow fills it in. */
export interface FilledPanel {
	readonly what: string;
	readonly parameters: Readonly<Record<string, unknown>>;
	/** What then stands in its text fields. */
	readonly values: readonly string[];
	readonly picture: string;
}

/** What a credential's dialog must show. */
export interface ExpectedCredential {
	readonly displayName: string;
	/** The labels of its fields; a star marks a required one. */
	readonly fields: readonly string[];
	/** The fields whose values are dots. */
	readonly secrets: readonly string[];
	/** The secret to get wrong, and what to get it wrong with. */
	readonly wrong: Readonly<Record<string, string>>;
	/** What *Test* then says: whose fault it is, and what to do. */
	readonly refusal: readonly string[];
}

export interface Sending {
	readonly host: string;
	/** For the accounts of the sandbox, with `{token}` in place of the credential's token. */
	readonly path: string;
	/** By what the credential of the sandbox's account comes along: headers, fields of the body, the token in the path. */
	readonly credential: {
		readonly token?: string;
		readonly headers?: Readonly<Record<string, string>>;
		readonly body?: Readonly<Record<string, string>>;
	};
}
