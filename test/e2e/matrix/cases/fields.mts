import { underTest } from '../../providers/index.mts';
import type { ProviderId } from '../../../../tools/sandbox/index.mts';
import type { Incoming, MessageKind } from './messages.mts';

/** What is posted when the node takes its ids from fields. */
export interface PostedFields {
	readonly messageId: string;
	readonly chatId: string;
	readonly sender: string;
}

/** One thing that is refused. */
export interface Refused {
	readonly item: object;
	/** Whether the node sees it by itself, so that no call is made. */
	readonly refusedBy: 'provider' | 'node';
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
	const { messageFields, fieldParameters: ownParameters } = underTest(provider);
	const parameters = ownParameters(posted);
	return messageFields.includes('Chat Type') ? { ...parameters, ...ofChat } : parameters;
}
