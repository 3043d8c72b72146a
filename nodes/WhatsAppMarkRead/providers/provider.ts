import type { ICredentialDataDecryptedObject } from 'n8n-workflow';

import type { ErrorRow, CallError } from '../responses/errorCatalogue';
import type { ProviderResponse } from '../responses/providerResponse';
import type { JsonObject } from '../input/untrustedJson';
import type { Acceptance, Call, ProviderRequest } from './calls';
import type { InboundMessage, WebhookReading } from './messages';

/**
 * The contract between the node and a WhatsApp provider.
 *
 * A provider is a folder that knows four things, each a pure function of plain data: how its fields are read,
 * how its webhooks are read, how its requests look, and what its responses mean. It never sees n8n's execution
 * context and never uses the network.
 */
export interface Provider {
	/** Value of the *Provider* parameter, in camel case. Saved in workflows: never changes. */
	readonly id: string;

	/** The provider's own spelling of its name. */
	readonly displayName: string;

	/** One sentence under the name in the dropdown: which kind of account this is. */
	readonly description: string;

	/** Name of the credential type in `credentials/`. Global in n8n, hence the package's prefix. */
	readonly credentialType: string;

	/** The operations that it supports, in the order of the dropdown. */
	readonly operations: readonly Operation[];

	/** The fields that it takes under *Define Below*, in the order of the panel. */
	readonly fields: readonly ProviderField[];

	/** How many message IDs a call takes: `one`, or `many` of one chat and author. */
	readonly idsPerCall: 'one' | 'many';

	/** How the typing indicator is requested: in the `sameCall` as the receipt, in an `ownCall` after it, or not at all. */
	readonly typing: 'sameCall' | 'ownCall' | 'none';

	/**
	 * Whether the call for the typing indicator is answered only when the indicator ends: nobody waits for that, so that no
	 * error in the time that typing may take counts as shown.
	 */
	readonly answersTypingLate?: true;

	/**
	 * What *Only the Latest Message* is unless the user sets it; `null` where marking one message
	 * does not mark the earlier ones of the chat, so that the option does not exist.
	 */
	readonly latestOnlyDefault: boolean | null;

	/** What can go wrong and what to do about it, most specific row first. */
	readonly errors: readonly ErrorRow[];

	/**
	 * Reads the decrypted credential.
	 * @throws InvalidInput when the base URL or another field cannot be used
	 */
	connect(credential: ICredentialDataDecryptedObject): Connection;

	/**
	 * Checks whose account a call is made for: the event's or field's own, else the credential's.
	 * @returns the account, safe to be one segment of a URL path; `null` only where the key alone decides it
	 * @throws InvalidInput when there is none although a call needs one, or it cannot be one
	 */
	parseAccount(account: string | null): string | null;

	/**
	 * What the account is called, e.g. `Instance`, where the key fits the credential's account alone: an event of another
	 * one is an error.
	 */
	readonly keyFitsOnly?: string;

	/**
	 * Reads what the provider posts to webhooks.
	 * @returns `null` when the payload is not one of this provider's
	 * @throws InvalidInput when it is, but what it holds cannot be used
	 */
	readWebhook(payload: JsonObject): WebhookReading | null;

	/**
	 * The secrets in this provider's webhooks: never shown, whichever provider the node is set to.
	 * Only where there are any; `undefined` values are ignored.
	 *
	 * @param object any object of an item, at any depth, since a workflow may have wrapped the webhook: the payload,
	 * a part of it, or something else
	 */
	webhookSecrets?(object: JsonObject): readonly unknown[];

	/**
	 * Reads the fields under *Define Below* of one item, for `markMessage`.
	 * @throws InvalidInput naming the field, what was given and what is expected
	 */
	readMessages(fields: FieldValues): readonly InboundMessage[];

	/**
	 * Reads the *Chat* field of one item, for `markChat` and `markChatUnread`; only where they are among `operations`.
	 * @returns the chat in the form that the provider's calls use
	 * @throws InvalidInput naming the field, what was given and what is expected
	 */
	readChat?(fields: FieldValues): string;

	/**
	 * What the user should know about a message although it is marked; usually `null`.
	 * Shown as a hint beside the output, once per execution.
	 */
	hintAbout?(message: Pick<InboundMessage, 'id' | 'isGroup' | 'sender'>): string | null;

	/** Where the list of accounts comes from, e.g. for *Phone Number ID* or *Instance*; only where the provider has such a list. */
	readonly accountDirectory?: AccountDirectory;

	/** Builds the request of a call. Authentication is added by the credential type when the request is sent. */
	buildRequest(call: Call, connection: Connection): ProviderRequest;

	/**
	 * Says whether a response means that the provider accepted the call. A 2xx may contain an error, also one about some of
	 * the message IDs alone.
	 */
	readResponse(response: ProviderResponse, call: Call): Acceptance | CallError;
}

/** What the user wants done; value of the *Operation* parameter. */
export type Operation = 'markMessage' | 'markChat' | 'markChatUnread';

/** The accounts that a credential has access to, for a dropdown. */
export interface AccountDirectory {
	/**
	 * Address of one page of the list.
	 * @param cursor `next` of the previous page; `null` for the first page
	 * @throws InvalidInput when the credential lacks what the list needs
	 */
	url(credential: ICredentialDataDecryptedObject, cursor: string | null): string;
	/** Reads one page. */
	read(response: ProviderResponse): AccountPage | CallError;
}

export interface AccountPage {
	readonly kind: 'accounts';
	readonly accounts: ReadonlyArray<{ readonly id: string; readonly name: string }>;
	/** Cursor of the next page; `null` after the last. */
	readonly next: string | null;
}

/** A decrypted credential, read once for all items of an execution. */
export interface Connection {
	/** Paths are appended to it: http(s), no trailing slash, e.g. `https://graph.facebook.com/v25.0`. */
	readonly apiUrl: string;
	/** Phone number ID, instance, session or the like, for items that name none. */
	readonly account: string | null;
	/** Values that must never show up in an output, an error or a log. */
	readonly secrets: readonly string[];
}

/** A field that a provider takes. Its label and when it shows are in `description/providerFields.ts`. */
export interface ProviderField {
	readonly name: keyof FieldValues;
	/** What the provider calls it, where each has a word of its own: only for `account`. */
	readonly displayName?: string;
	/** An example in the form of this provider. */
	readonly placeholder?: string;
	/** Which values this provider expects, and where its webhook has them. */
	readonly description?: string;
	/** The operations that it shows for; without them, those of the field. */
	readonly operations?: readonly Operation[];
}

/** The values of a provider's own fields for one item, as n8n resolved them: nothing is known about their type. */
export interface FieldValues {
	readonly phoneNumberId?: unknown;
	/** The instance, session or device; the pipeline reads it for every operation. */
	readonly account?: unknown;
	readonly messageId?: unknown;
	readonly messageIds?: unknown;
	readonly chatId?: unknown;
	readonly chatType?: unknown;
	readonly sender?: unknown;
}
