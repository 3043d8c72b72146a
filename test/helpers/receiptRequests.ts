import type { ReceiptRequest } from '../../nodes/WhatsAppMarkRead/pipeline/plan';
import type { Conversation, DatedId } from '../../nodes/WhatsAppMarkRead/pipeline/conversations';
import type { Operation } from '../../nodes/WhatsAppMarkRead/providers/provider';

/** The conversation of a request in a few words; an id may have a timestamp in unix seconds: `A@1767225600`. */
export interface AskedFor extends Partial<Omit<ReceiptRequest, 'conversation'>> {
	readonly operation?: Operation;
	readonly account?: string;
	readonly chatId?: string | null;
	/** Makes it a message of a group. */
	readonly sender?: string;
	readonly ids?: readonly string[];
}

/** A request to mark the messages of the direct chat `anna` at the account `support`, unless said otherwise. */
export function receiptRequest({
	operation = 'markMessage',
	account = 'support',
	chatId = 'anna',
	sender,
	ids = [],
	...request
}: AskedFor): ReceiptRequest {
	const conversation: Conversation =
		operation === 'markMessage'
			? {
					kind: operation,
					account,
					chatId,
					sender: sender ?? null,
					isGroup: sender !== undefined,
					messages: ids.map(datedId),
				}
			: { kind: operation, account, chatId: chatId ?? 'anna', lastMessage: null };
	return {
		typingIndicator: false,
		latestOnly: false,
		...request,
		conversation,
	};
}

/** The messages of a conversation; none where it is a whole chat. */
export function messagesOf(conversation: Conversation): readonly DatedId[] {
	return conversation.kind === 'markMessage' ? conversation.messages : [];
}

/** The author of a conversation in a group, else `null`. */
export function senderOf(conversation: Conversation): string | null {
	return conversation.kind === 'markMessage' ? conversation.sender : null;
}

function datedId(given: string): DatedId {
	const [id = '', timestamp] = given.split('@');
	return { id, timestamp: timestamp === undefined ? null : Number(timestamp) };
}
