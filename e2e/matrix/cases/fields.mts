import { SANDBOX_ACCOUNTS, type ProviderId } from '../../../sandbox/index.mts';
import type { Incoming, MessageKind } from './messages.mts';

/** What is posted when the node takes its ids from fields. */
export interface PostedFields {
	readonly messageId: string;
	readonly chatId: string;
	readonly sender: string;
}

export function postedFields({ message }: Incoming): PostedFields {
	return {
		messageId: message.messageId,
		chatId: message.chatId,
		sender: message.sender,
	};
}

/**
 * The node's parameters under *Define Below*, each an expression that reads a posted field.
 * @param place where the posted fields stand, as in `$json.body`
 * @param chatType chosen from the list, which takes no expression; `group` does for either kind
 */
export function fieldParameters(
	provider: ProviderId,
	place: string,
	chatType: MessageKind,
): Record<string, unknown> {
	const posted = (field: keyof PostedFields): string => `={{ ${place}.${field} }}`;
	const ofChat = { chatType, ...(chatType === 'group' ? { sender: posted('sender') } : {}) };
	switch (provider) {
		case 'cloudApi':
		case 'kirim':
			return {
				phoneNumberId: {
					__rl: true,
					mode: 'id',
					value: SANDBOX_ACCOUNTS[provider].phoneNumberId,
				},
				messageId: posted('messageId'),
			};
		case 'ryze':
			return { chatId: posted('chatId'), messageId: posted('messageId'), ...ofChat };
		case 'wawp':
			return { chatId: posted('chatId'), messageIds: [posted('messageId')], ...ofChat };
	}
}
