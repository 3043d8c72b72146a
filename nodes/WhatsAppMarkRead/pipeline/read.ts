import { InvalidInput } from '../input/invalidInput';
import type {
	Connection,
	InboundMessage,
	Operation,
	Provider,
	WebhookReading,
} from '../providers/provider';
import type { Failure } from './failure';
import { inputFailure } from './failure';
import type { InputItem } from './item';
import { readPayload } from './payload';

/** The messages of one chat (in groups: of one author) that one input item asks to mark; becomes one output item. */
export interface Conversation {
	readonly account: string;
	readonly chatId: string | null;
	readonly sender: string | null;
	readonly isGroup: boolean;
	/** In the order of the input, each id once; empty for operations on whole chats. */
	readonly messages: readonly DatedId[];
}

/** A message id with when the message was sent, unix seconds; `null` when unknown. */
export type DatedId = Pick<InboundMessage, 'id' | 'timestamp'>;

/** What one input item asks for. */
export type Reading =
	| {
			readonly kind: 'conversations';
			/** At least one. */
			readonly conversations: readonly Conversation[];
			/** Only when other messages of the item fail before any call. */
			readonly leftOut?: { readonly failure: Failure; readonly messageIds: readonly string[] };
			/** Only when other messages of the item cannot be read. */
			readonly hint?: string;
	  }
	| { readonly kind: 'noMessage'; readonly reason: string }
	| { readonly kind: 'failed'; readonly failure: Failure };

/**
 * Reads one item: from its webhook payload, or from the fields under *Define Below*.
 * Never throws for what users or webhooks hand in: it becomes the item's failure.
 */
export function readItem(
	item: InputItem,
	provider: Provider,
	providers: readonly Provider[],
	connection: Connection,
): Reading {
	try {
		refuseOtherOperations(item, provider);
		return item.source === 'webhook'
			? readWebhookItem(item, provider, providers, connection)
			: conversationsOf(readFieldsItem(item, provider), item.operation, provider, connection);
	} catch (error) {
		if (error instanceof InvalidInput) return { kind: 'failed', failure: inputFailure(error) };
		return { kind: 'failed', failure: inputFailure(unforeseen(error)) };
	}
}

/** An operation of another provider stays in the node's settings when the user switches the provider. */
function refuseOtherOperations({ operation }: InputItem, provider: Provider): void {
	if (provider.operations.includes(operation)) return;
	throw new InvalidInput(
		`${provider.displayName} cannot do what 'Operation' asks for`,
		"Set 'Operation' to 'Mark Message as Read'.",
	);
}

function readFieldsItem(
	{ operation, fields }: InputItem,
	provider: Provider,
): readonly InboundMessage[] {
	if (operation === 'markMessage') return provider.readMessages(fields);
	const chatId = provider.readChat?.(fields) ?? null;
	return [{ id: '', account: null, chatId, sender: null, isGroup: false, timestamp: null }];
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
		return reading.unreadable.length === 0 ? asked : { ...asked, hint: hintOf(provider, reading) };
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
	return `Not all messages of the incoming ${provider.displayName} event can be marked: ${count} cannot be read (${named(parts)}).`;
}

function named(parts: readonly string[]): string {
	return [...new Set(parts)].join(', ');
}

function unreadable(provider: Provider, { unreadable: parts }: WebhookReading): InvalidInput {
	return new InvalidInput(
		`The incoming ${provider.displayName} event holds ${named(parts)}`,
		"Look at the item in the input panel. With ids from elsewhere, set 'Message' to 'Define Below'.",
	);
}

/**
 * Gathers messages by account, chat and author; operations on whole chats need the chat alone.
 *
 * @throws InvalidInput when no message has an account that can be used; otherwise those without one are left out
 */
function conversationsOf(
	messages: readonly InboundMessage[],
	operation: Operation,
	provider: Provider,
	connection: Connection,
): Extract<Reading, { kind: 'conversations' }> {
	const refusals: Array<{ readonly error: InvalidInput; readonly messageId: string }> = [];
	const groups = new Map<string, { about: Conversation; messages: Map<string, InboundMessage> }>();
	for (const message of messages) {
		const isWholeChat = operation !== 'markMessage';
		const account = accountOf(message, provider, connection);
		if (account instanceof InvalidInput) {
			refusals.push({ error: account, messageId: message.id });
			continue;
		}
		const about = {
			account,
			chatId: message.chatId,
			sender: isWholeChat ? null : message.sender,
			isGroup: message.isGroup,
			messages: [],
		};
		const key = JSON.stringify([about.account, about.chatId, about.sender]);
		const group = groups.get(key) ?? { about, messages: new Map<string, InboundMessage>() };
		groups.set(key, group);
		if (!isWholeChat && !group.messages.has(message.id)) group.messages.set(message.id, message);
	}
	const conversations = [...groups.values()].map(({ about, messages: unique }) => ({
		...about,
		messages: [...unique.values()].map(({ id, timestamp }) => ({ id, timestamp })),
	}));
	const [refusal] = refusals;
	if (refusal === undefined) return { kind: 'conversations', conversations };
	if (conversations.length === 0) throw refusal.error;
	const messageIds = refusals.map(({ messageId }) => messageId);
	const leftOut = { failure: inputFailure(refusal.error), messageIds };
	return { kind: 'conversations', conversations, leftOut };
}

function accountOf(
	message: InboundMessage,
	provider: Provider,
	connection: Connection,
): string | InvalidInput {
	try {
		return provider.parseAccount(message.account ?? connection.account);
	} catch (error) {
		return error instanceof InvalidInput ? error : unforeseen(error);
	}
}

/** A fault of ours: still only this item's, and told so that it can be reported. */
function unforeseen(error: unknown): InvalidInput {
	const words = error instanceof Error ? error.message : String(error);
	return new InvalidInput(
		'The item could not be read',
		`This should not happen: please report it to the makers of this node, with these words: ${words}`,
	);
}
