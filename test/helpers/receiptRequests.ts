import type { ReceiptRequest } from '../../nodes/WhatsAppMarkRead/pipeline/plan';
import type { Conversation, DatedId } from '../../nodes/WhatsAppMarkRead/pipeline/read';

/** The conversation of a request in a few words; `ids` are texts, or `[id, timestamp]` in unix seconds. */
export interface AskedFor extends Partial<Omit<ReceiptRequest, 'conversation'>> {
	readonly account?: string;
	readonly chatId?: string | null;
	/** Makes it a message of a group. */
	readonly sender?: string;
	readonly ids?: ReadonlyArray<string | readonly [id: string, timestamp: number | null]>;
}

/** A request to mark the messages of the direct chat `anna` at the account `support`, unless said otherwise. */
export function receiptRequest({
	account = 'support',
	chatId = 'anna',
	sender,
	ids = [],
	...request
}: AskedFor): ReceiptRequest {
	const conversation: Conversation = {
		account,
		chatId,
		sender: sender ?? null,
		isGroup: sender !== undefined,
		messages: ids.map(datedId),
	};
	return {
		itemIndex: 0,
		operation: 'markMessage',
		typingIndicator: false,
		latestOnly: false,
		...request,
		conversation,
	};
}

function datedId(given: string | readonly [id: string, timestamp: number | null]): DatedId {
	return typeof given === 'string'
		? { id: given, timestamp: null }
		: { id: given[0], timestamp: given[1] };
}
