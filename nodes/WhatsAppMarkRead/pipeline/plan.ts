import type { Provider } from '../providers/provider';
import type { InputItem } from './item';
import type { Conversation, MessagesToMark } from './conversations';
import { newestPosition, PlanBuilder, type Grouping, type PlannedCall } from './planBuilder';

/**
 * Turning what items ask for into as few calls as possible.
 * Pure: the same requests always make the same plan, and no request is ever lost.
 */

/** One conversation of one input item, with what the user asked for it. */
export interface ReceiptRequest extends Pick<InputItem, 'typingIndicator' | 'latestOnly'> {
	readonly conversation: Conversation;
}

export interface Plan {
	readonly calls: readonly PlannedCall[];
	/** One for each request, in the same order. */
	readonly receipts: readonly PlannedReceipt[];
}

export interface PlannedReceipt {
	readonly request: ReceiptRequest;
	/** For each message of the conversation the call that stands for it; for a whole chat its one call. */
	readonly callIndexes: readonly number[];
	/** The call that shows the typing indicator; `null` when there is none. */
	readonly typingCallIndex: number | null;
}

/**
 * Whether an item may share a call with others, or a call that follows its own: then all items must be known
 * before the first call is made.
 *
 * @param typingVaries whether *Show Typing Indicator* may be on for one item and off for another
 */
export function sharesCalls(
	{ operation, source, latestOnly, typingIndicator }: InputItem,
	provider: Provider,
	typingVaries: boolean,
): boolean {
	if (operation !== 'markMessage' || provider.idsPerCall === 'many' || typingIndicator) return true;
	// Another item may ask for the indicator in the very call that marks this one's message.
	if (typingVaries && provider.typing === 'sameCall') return true;
	// Under *Define Below* the providers that have latest-only do not know the chat.
	return latestOnly && provider.latestOnlyDefault !== null && source === 'webhook';
}

/** Plans the calls for all requests of an execution. */
export function planCalls(requests: readonly ReceiptRequest[], provider: Provider): Plan {
	const builder = new PlanBuilder();
	const receipts = requests.map((request) => planReceipt(request, provider, builder));
	return { calls: builder.build(), receipts };
}

function planReceipt(
	request: ReceiptRequest,
	provider: Provider,
	builder: PlanBuilder,
): PlannedReceipt {
	const { conversation, typingIndicator, latestOnly } = request;
	if (conversation.kind !== 'markMessage') {
		return { request, callIndexes: [builder.addChatCall(conversation)], typingCallIndex: null };
	}
	const grouping = groupingOf(conversation, latestOnly, provider);
	const callIndexes = conversation.messages.map((message) =>
		builder.addMessage(conversation, message, grouping),
	);
	const typingCallIndex = typingIndicator
		? planTyping(conversation, callIndexes, provider, builder)
		: null;
	return { request, callIndexes, typingCallIndex };
}

/** Plans the typing indicator, in the call of the newest message or after the calls of all; `null` where there is none. */
function planTyping(
	conversation: MessagesToMark,
	callIndexes: readonly number[],
	provider: Provider,
	builder: PlanBuilder,
): number | null {
	const { account, chatId } = conversation;
	if (provider.typing === 'sameCall') {
		const position = callIndexes[newestPosition(conversation)] ?? null;
		if (position !== null) builder.addTyping(position);
		return position;
	}
	if (provider.typing === 'none' || chatId === null) return null;
	return builder.addChatCall({ kind: 'showTyping', account, chatId }, callIndexes);
}

function groupingOf(
	conversation: MessagesToMark,
	latestOnly: boolean,
	provider: Provider,
): Grouping {
	if (provider.idsPerCall === 'many') return 'batch';
	// For groups no provider documents that earlier messages are marked too; without a chat it is unknown which are earlier.
	const canCollapse = !conversation.isGroup && conversation.chatId !== null;
	return latestOnly && canCollapse && provider.latestOnlyDefault !== null ? 'latestOnly' : 'alone';
}
