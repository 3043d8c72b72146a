import type { Call, MarkChatCall, TypingCall } from '../providers/calls';
import type { DatedId, MessagesToMark } from './conversations';

export interface PlannedCall {
	readonly call: Call;
	/** Ids to try, newest first, when the id of a latest-only call fails as bad. */
	readonly olderIds: readonly string[];
	/** Positions of the calls of which one must be accepted before this one is made. */
	readonly after: readonly number[];
}

/** Which messages may share a call. */
export type Grouping = 'alone' | 'batch' | 'latestOnly';

/** Ids in one call: no limit is documented, this keeps the bodies of a large run small. */
const MAX_IDS_PER_CALL = 100;

/** A call while the plan is being made. */
interface Draft {
	call: Call;
	readonly grouping: Grouping;
	readonly ids: DatedId[];
	readonly after: Set<number>;
	withTyping: boolean;
}

/** The calls planned so far, indexed by what they stand for. */
export class PlanBuilder {
	private readonly drafts: Draft[] = [];

	private readonly positions = new Map<string, number>();

	/** Adds a message to the call that stands for it, and returns the call's position. */
	addMessage(conversation: MessagesToMark, message: DatedId, grouping: Grouping): number {
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

	/** Adds a call for a chat, once for all items that ask for it, and returns its position. */
	addChatCall(call: MarkChatCall | TypingCall, after: readonly number[] = []): number {
		const key = JSON.stringify([call.kind, call.account, call.chatId]);
		const position = this.positions.get(key) ?? this.add(key, call, 'alone');
		const draft = this.drafts[position];
		if (draft === undefined) return position;
		if (isNewer(call, draft.call)) draft.call = call;
		after.forEach((earlier) => draft.after.add(earlier));
		return position;
	}

	addTyping(position: number): void {
		const draft = this.drafts[position];
		if (draft !== undefined) draft.withTyping = true;
	}

	build(): readonly PlannedCall[] {
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
	{ account, chatId, sender }: MessagesToMark,
	{ id }: DatedId,
	grouping: Grouping,
): string {
	const shared = ['markMessages', grouping, account, chatId, sender];
	return JSON.stringify(grouping === 'alone' ? [...shared, id] : shared);
}

/** Whether a call for a whole chat has a newer message of it than the planned one. */
function isNewer(call: Call, planned: Call): boolean {
	if (call.kind === 'showTyping' || call.kind === 'markMessages') return false;
	if (call.lastMessage === null || planned.kind !== call.kind) return false;
	return age(call.lastMessage) >= (planned.lastMessage === null ? 0 : age(planned.lastMessage));
}

/** Newest first by timestamp; of equal or unknown ones the later in the input counts as newer. */
function newestFirst(ids: readonly DatedId[]): readonly DatedId[] {
	return ids
		.map((dated, position) => ({ dated, position }))
		.sort((a, b) => age(b.dated) - age(a.dated) || b.position - a.position)
		.map(({ dated }) => dated);
}

function age({ timestamp }: Pick<DatedId, 'timestamp'>): number {
	return timestamp ?? 0;
}

/** Position of the newest message of a conversation. */
export function newestPosition({ messages }: MessagesToMark): number {
	const newest = newestFirst(messages)[0];
	return messages.findIndex((message) => message === newest);
}
