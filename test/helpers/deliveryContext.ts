import type { DeliveryContext } from '../../nodes/WhatsAppMarkRead/pipeline/deliver/deliver';
import { Gate } from '../../nodes/WhatsAppMarkRead/pipeline/deliver/gate';
import { Pace } from '../../nodes/WhatsAppMarkRead/pipeline/deliver/pace';
import { WaitBudget } from '../../nodes/WhatsAppMarkRead/pipeline/deliver/waitForTurn';
import type { MarkMessagesCall } from '../../nodes/WhatsAppMarkRead/providers/calls';
import { PLAIN_CONNECTION, plainProvider } from './plainProvider';
import type { VirtualOutside } from './virtualOutside';

/** What one execution of the plain provider delivers with: the node's defaults unless said otherwise. */
export function deliveryContext(
	outside: VirtualOutside,
	{
		maxConcurrency = 10,
		maxWait = 120_000,
		...given
	}: Partial<DeliveryContext> & { maxWait?: number } = {},
): DeliveryContext {
	return {
		provider: plainProvider(),
		connection: PLAIN_CONNECTION,
		maxRetries: 3,
		maxConcurrency,
		gate: new Gate(maxConcurrency),
		pace: new Pace(),
		waitBudget: new WaitBudget(maxWait),
		made: new Map(),
		typing: { isTooSlow: false },
		outside,
		...given,
	};
}

/** The call that marks messages of the chat `anna` at the account `support`. */
export function markCall(...messageIds: readonly string[]): MarkMessagesCall {
	return {
		kind: 'markMessages',
		account: 'support',
		chatId: 'anna',
		sender: null,
		messageIds,
		withTyping: false,
	};
}
