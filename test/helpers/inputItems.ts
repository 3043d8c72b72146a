import type { InputItem } from '../../nodes/WhatsAppMarkRead/pipeline/item';
import type { InboundMessage } from '../../nodes/WhatsAppMarkRead/providers/messages';
import { inbound } from './plainProvider';

/** An item with the node's default parameters, unless said otherwise. */
export function inputItem(item: Partial<InputItem> = {}): InputItem {
	return {
		index: 0,
		json: {},
		operation: 'markMessage',
		source: 'webhook',
		fields: {},
		typingIndicator: false,
		latestOnly: false,
		nonMessageEvents: 'drop',
		includeInput: false,
		includeResponse: false,
		...item,
	};
}

/** Items that each hold one webhook of the plain provider with these messages; their index is their position. */
export function webhookItems(
	webhooks: ReadonlyArray<ReadonlyArray<Partial<InboundMessage> & { readonly id: string }>>,
	parameters: Partial<InputItem> = {},
): InputItem[] {
	return webhooks.map((messages, index) =>
		inputItem({ ...parameters, index, json: { messages: messages.map(inbound) } }),
	);
}
