import type { Call, ChatCall, Operation, Provider } from '../providers/provider';
import type { InputItem } from './item';
import type { Conversation, DatedId } from './read';

/**
 * Turning what items ask for into as few calls as possible.
 * Pure: the same requests always make the same plan, and no request is ever lost.
 */

/** One conversation of one input item, with what the user asked for it. */
export interface ReceiptRequest {
	readonly itemIndex: number;
	readonly operation: Operation;
	readonly conversation: Conversation;
	readonly typingIndicator: boolean;
	readonly latestOnly: boolean;
}

export interface Plan {
	readonly calls: readonly PlannedCall[];
	/** One for each request, in the same order. */
	readonly receipts: readonly PlannedReceipt[];
}

export interface PlannedCall {
	readonly call: Call;
	/** Ids to try, newest first, when the provider refuses the id of a latest-only call as a bad one. */
	readonly olderIds: readonly string[];
	/** Positions of the calls of which one must have been taken before this one is made. */
	readonly after: readonly number[];
}

export interface PlannedReceipt {
	readonly request: ReceiptRequest;
	/** For each message of the conversation the call that stands for it; for a whole chat its one call. */
	readonly callIndexes: readonly number[];
	/** The call that shows the typing indicator; `null` when none was asked for. */
	readonly typingCallIndex: number | null;
}

/**
 * Whether an item may share a call with others, or be followed by a call that does: then all items must be known
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
	// Under *Define Below* no provider of latest-only knows the chat.
	return latestOnly && provider.latestOnlyDefault !== null && source === 'webhook';
}

/** Ids in one call: no limit is documented, this keeps the bodies of a large run small. */
const MAX_IDS_PER_CALL = 100;

/** Plans the calls for all requests of an execution. */
export function planCalls(requests: readonly ReceiptRequest[], provider: Provider): Plan {
	const board = new Board();
	const receipts = requests.map((request) => planReceipt(request, provider, board));
	return { calls: board.finish(), receipts };
}

function planReceipt(request: ReceiptRequest, provider: Provider, board: Board): PlannedReceipt {
	const { conversation, operation, typingIndicator } = request;
	const { account, chatId } = conversation;
	if (operation !== 'markMessage') {
		const call: ChatCall = { kind: operation, account, chatId: chatId ?? '' };
		return { request, callIndexes: [board.chatCall(call)], typingCallIndex: null };
	}
	const callIndexes = conversation.messages.map(({ id, timestamp }) =>
		board.message(conversation, { id, timestamp }, groupingOf(request, provider)),
	);
	if (!typingIndicator) return { request, callIndexes, typingCallIndex: null };
	if (provider.typing === 'sameCall') {
		const typingCallIndex = callIndexes[newestPosition(conversation)] ?? null;
		if (typingCallIndex !== null) board.addTyping(typingCallIndex);
		return { request, callIndexes, typingCallIndex };
	}
	const typing: ChatCall = { kind: 'showTyping', account, chatId: chatId ?? '' };
	return { request, callIndexes, typingCallIndex: board.chatCall(typing, callIndexes) };
}

/** Which messages may share a call. */
type Grouping = 'alone' | 'batch' | 'latestOnly';

function groupingOf({ conversation, latestOnly }: ReceiptRequest, provider: Provider): Grouping {
	if (provider.idsPerCall === 'many') return 'batch';
	// In groups nothing documents that earlier messages are marked too; without a chat nobody knows which are earlier.
	const canCollapse = !conversation.isGroup && conversation.chatId !== null;
	return latestOnly && canCollapse && provider.latestOnlyDefault !== null ? 'latestOnly' : 'alone';
}

/** A call while the plan is being made. */
interface Draft {
	readonly call: Call;
	readonly grouping: Grouping;
	readonly ids: DatedId[];
	readonly after: Set<number>;
	withTyping: boolean;
}

/** The calls planned so far, found again by what they stand for. */
class Board {
	private readonly drafts: Draft[] = [];

	private readonly positions = new Map<string, number>();

	/** Puts a message on the call that stands for it, and returns the call's position. */
	message(conversation: Conversation, message: DatedId, grouping: Grouping): number {
		const { account, chatId, sender } = conversation;
		const key = keyOf(conversation, message, grouping);
		const messageKey = JSON.stringify(['message', key, message.id]);
		const known = this.positions.get(messageKey);
		if (known !== undefined) return known;

		const open = this.positions.get(key);
		const hasRoom =
			open !== undefined &&
			(grouping !== 'batch' || (this.drafts[open]?.ids.length ?? 0) < MAX_IDS_PER_CALL);
		const position = hasRoom
			? open
			: this.add(
					key,
					{ kind: 'markMessages', account, chatId, sender, messageIds: [], withTyping: false },
					grouping,
				);
		this.drafts[position]?.ids.push(message);
		this.positions.set(messageKey, position);
		return position;
	}

	/** Puts a call on a whole chat, once for all who ask for it, and returns its position. */
	chatCall(call: ChatCall, after: readonly number[] = []): number {
		const key = JSON.stringify([call.kind, call.account, call.chatId]);
		const position = this.positions.get(key) ?? this.add(key, call, 'alone');
		after.forEach((earlier) => this.drafts[position]?.after.add(earlier));
		return position;
	}

	addTyping(position: number): void {
		const draft = this.drafts[position];
		if (draft !== undefined) draft.withTyping = true;
	}

	finish(): readonly PlannedCall[] {
		return this.drafts.map(({ call, grouping, ids, after, withTyping }) => {
			if (call.kind !== 'markMessages') return { call, olderIds: [], after: [...after] };
			const ordered = grouping === 'latestOnly' ? newestFirst(ids) : ids;
			const messageIds = ordered.map(({ id }) => id);
			const sent = grouping === 'latestOnly' ? messageIds.slice(0, 1) : messageIds;
			return {
				call: { ...call, messageIds: sent, withTyping },
				olderIds: messageIds.slice(sent.length),
				after: [],
			};
		});
	}

	private add(key: string, call: Call, grouping: Grouping): number {
		const position = this.drafts.length;
		this.drafts.push({ call, grouping, ids: [], after: new Set(), withTyping: false });
		this.positions.set(key, position);
		return position;
	}
}

function keyOf(
	{ account, chatId, sender }: Conversation,
	{ id }: DatedId,
	grouping: Grouping,
): string {
	const shared = ['markMessages', grouping, account, chatId, sender];
	return JSON.stringify(grouping === 'alone' ? [...shared, id] : shared);
}

/** Newest first by timestamp; of equal or unknown ones the later in the input counts as newer. */
function newestFirst(ids: readonly DatedId[]): readonly DatedId[] {
	return ids
		.map((dated, position) => ({ dated, position }))
		.sort((a, b) => age(b.dated) - age(a.dated) || b.position - a.position)
		.map(({ dated }) => dated);
}

function age({ timestamp }: DatedId): number {
	return timestamp ?? 0;
}

function newestPosition({ messages }: Conversation): number {
	const newest = newestFirst(messages)[0];
	return messages.findIndex((message) => message === newest);
}
