import { InvalidInput } from '../input/invalidInput';
import { readText } from '../input/parameterValues';
import type { WebhookReading } from '../providers/messages';
import type { Connection, FieldValues, Provider } from '../providers/provider';
import { conversationsOf, type Gathered } from './conversations';
import { thrownFailure, type Failure } from './failure';
import type { InputItem } from './item';
import { readPayload } from './payload';

/** What one input item asks for. */
export type Reading =
	| (Gathered & {
			readonly kind: 'conversations';
			/** Only when other messages of the item cannot be read. */
			readonly hint?: string;
	  })
	| { readonly kind: 'noMessage'; readonly reason: string }
	| { readonly kind: 'failed'; readonly failure: Failure };

/**
 * Reads one item: from its webhook payload, or from the fields under *Define Below*.
 * Never throws for what users or webhooks send: it becomes the item's failure.
 */
export function readItem(
	item: InputItem,
	provider: Provider,
	providers: readonly Provider[],
	connection: Connection,
): Reading {
	try {
		requireOperation(item, provider);
		return item.source === 'webhook'
			? readWebhookItem(item, provider, providers, connection)
			: readFieldsItem(item, provider, connection);
	} catch (error) {
		return { kind: 'failed', failure: thrownFailure(error) };
	}
}

/** An operation that only another provider has stays in the node's settings when the user switches the provider. */
function requireOperation({ operation }: InputItem, provider: Provider): void {
	if (provider.operations.includes(operation)) return;
	throw new InvalidInput(
		`${provider.displayName} does not support this operation`,
		"Set 'Operation' to 'Mark Message as Read'.",
	);
}

function readFieldsItem(
	{ operation, fields }: InputItem,
	provider: Provider,
	credential: Connection,
): Reading {
	const account = readAccount(fields, provider) ?? credential.account;
	const connection = { ...credential, account };
	if (operation === 'markMessage') {
		const messages = provider.readMessages(fields);
		return {
			kind: 'conversations',
			...conversationsOf(messages, operation, provider, connection),
		};
	}
	if (provider.readChat === undefined)
		throw new TypeError(`${provider.id} cannot mark a whole chat`);
	const chatId = provider.readChat(fields);
	const chat = { account: provider.parseAccount(account), chatId, lastMessage: null };
	return { kind: 'conversations', conversations: [{ kind: operation, ...chat }] };
}

/** *Instance*, *Session* or *Device*, as the provider calls it; `null` where it is empty, or the provider does not take it. */
function readAccount({ account }: FieldValues, { fields }: Provider): string | null {
	const field = fields.find(({ name }) => name === 'account');
	return field === undefined ? null : readText(account, field.displayName ?? 'Account');
}

function readWebhookItem(
	item: InputItem,
	provider: Provider,
	providers: readonly Provider[],
	connection: Connection,
): Reading {
	const reading = readPayload(item.json, provider, providers);
	if (reading.messages.length > 0) {
		const asked = conversationsOf(reading.messages, item.operation, provider, connection);
		const hint = reading.unreadable.length === 0 ? {} : { hint: hintOf(provider, reading) };
		return { kind: 'conversations', ...asked, ...hint };
	}
	if (reading.unreadable.length > 0) throw unreadable(provider, reading);
	const reason = [...new Set(reading.skipped)].join(', ') || 'an event without messages';
	if (item.nonMessageEvents !== 'error') return { kind: 'noMessage', reason };
	throw new InvalidInput(
		`The incoming event holds no message to mark: it is ${reason}`,
		"To let such events pass, change the option 'Events Without a Message'.",
	);
}

function hintOf(provider: Provider, { messages, unreadable: parts }: WebhookReading): string {
	const count = `${parts.length} of ${messages.length + parts.length}`;
	return `${count} messages in the incoming ${provider.displayName} event cannot be read, so they are not marked: ${named(parts)}.`;
}

function named(parts: readonly string[]): string {
	return [...new Set(parts)].join(', ');
}

function unreadable(provider: Provider, { unreadable: parts }: WebhookReading): InvalidInput {
	return new InvalidInput(
		`The incoming ${provider.displayName} event holds ${named(parts)}`,
		"Look at the item in the input panel. If the message IDs come from elsewhere, set 'Message' to 'Define Below'.",
	);
}
