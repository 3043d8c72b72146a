import { InvalidInput, shown } from '../input/invalidInput';
import type { MarkChatCall } from '../providers/calls';
import type { InboundMessage } from '../providers/messages';
import type { Connection, Operation, Provider } from '../providers/provider';
import { thrownFailure, type Failure } from './failure';

/** What one input item asks to mark in one chat; becomes one output item. */
export type Conversation = MessagesToMark | MarkChatCall;

/** Messages of one chat, in groups of one author. */
export interface MessagesToMark extends Pick<InboundMessage, 'chatId' | 'sender' | 'isGroup'> {
	readonly kind: 'markMessage';
	readonly account: string | null;
	/** At least one, in the order of the input, each id once. */
	readonly messages: readonly DatedId[];
}

/** A message id with when the message was sent, unix seconds; `null` when unknown. */
export type DatedId = Pick<InboundMessage, 'id' | 'timestamp'>;

/** Conversations, and the messages of the same item that fail before any call. */
export interface Gathered {
	/** At least one. */
	readonly conversations: readonly Conversation[];
	readonly leftOut?: { readonly failure: Failure; readonly messageIds: readonly string[] };
}

/** A message with the account it is marked with. */
interface Placed {
	readonly account: string | null;
	readonly message: InboundMessage;
}

/**
 * Gathers messages by account, chat and author; for operations on whole chats by account and chat alone.
 *
 * @throws InvalidInput when no message has an account that can be used; otherwise those without one are left out
 */
export function conversationsOf(
	messages: readonly InboundMessage[],
	operation: Operation,
	provider: Provider,
	connection: Connection,
): Gathered {
	const placed: Placed[] = [];
	const withoutAccount: Array<{ readonly id: string; readonly error: unknown }> = [];
	for (const message of messages) {
		try {
			rejectOtherAccount(message.account, provider, connection);
			const account = provider.parseAccount(message.account ?? connection.account);
			placed.push({ account, message });
		} catch (error) {
			withoutAccount.push({ id: message.id, error });
		}
	}
	const [first] = withoutAccount;
	if (first !== undefined && placed.length === 0) throw first.error;
	const conversations =
		operation === 'markMessage' ? gatherMessages(placed) : gatherChats(placed, operation);
	if (first === undefined) return { conversations };
	const messageIds = withoutAccount.map(({ id }) => id);
	return { conversations, leftOut: { failure: thrownFailure(first.error), messageIds } };
}

/** Where a key fits one account alone, the provider would look for the message of another one in the wrong place. */
function rejectOtherAccount(
	account: string | null,
	{ keyFitsOnly: label, displayName }: Provider,
	{ account: own }: Connection,
): void {
	if (label === undefined || account === null || account === own) return;
	const place = label.toLowerCase();
	throw new InvalidInput(
		`The incoming webhook is from the ${place} ${shown(account)}, but the credential is for the ${place} ${shown(own)}`,
		`A token of ${displayName} fits one ${place} alone. Choose the credential of the ${place} that the webhook names, or use one workflow for each.`,
	);
}

function gatherMessages(placed: readonly Placed[]): readonly MessagesToMark[] {
	const found = new Map<string, { first: Placed; messages: Map<string, DatedId> }>();
	for (const one of placed) {
		const { id, timestamp, chatId, sender } = one.message;
		const key = JSON.stringify([one.account, chatId, sender]);
		const conversation = found.get(key) ?? { first: one, messages: new Map<string, DatedId>() };
		found.set(key, conversation);
		if (!conversation.messages.has(id)) conversation.messages.set(id, { id, timestamp });
	}
	return [...found.values()].map(({ first: { account, message }, messages }) => ({
		kind: 'markMessage',
		account,
		chatId: message.chatId,
		sender: message.sender,
		isGroup: message.isGroup,
		messages: [...messages.values()],
	}));
}

/** Gathers the chats of messages, each with its newest one. */
function gatherChats(
	placed: readonly Placed[],
	kind: MarkChatCall['kind'],
): readonly MarkChatCall[] {
	const chats = new Map<string, MarkChatCall>();
	for (const { account, message } of placed) {
		const { id, sender, timestamp, chatId } = message;
		if (chatId === null)
			throw new TypeError('A provider that marks whole chats did not read the chat');
		const key = JSON.stringify([account, chatId]);
		const newest = chats.get(key)?.lastMessage?.timestamp ?? 0;
		if (chats.has(key) && (timestamp ?? 0) < newest) continue;
		chats.set(key, { kind, account, chatId, lastMessage: { id, sender, timestamp } });
	}
	return [...chats.values()];
}
