import {
	buildWebhook,
	type ProviderId,
	type ReceivedMessage,
	type Sandbox,
	type WebhookKind,
} from '../../../tools/sandbox/index.mts';
import { underTest } from '../providers/index.mts';

/** An incoming message that waits to be marked, with the webhook that tells of it. */
export interface Incoming {
	readonly message: ReceivedMessage;
	readonly payload: object;
}

export type MessageKind = Extract<WebhookKind, 'direct' | 'group'>;

export interface MessageWish {
	readonly provider: ProviderId;
	readonly kind: MessageKind;
	/** An earlier message's chat; without it one that nothing else is in. */
	readonly chat?: string;
	/** Another account than the sandbox's usual one. */
	readonly account?: string;
}

/** Brings messages into the sandbox's memory as their webhooks would. */
export class Messages {
	#chats = 0;
	readonly #sandbox: Sandbox;

	constructor(sandbox: Sandbox) {
		this.#sandbox = sandbox;
	}

	/** A chat that no message is in yet, in the provider's writing. */
	newChat(provider: ProviderId, kind: MessageKind): string {
		this.#chats += 1;
		return underTest(provider).chats[kind](String(this.#chats).padStart(4, '0'));
	}

	/** A message that has arrived and is unread. */
	arrive(wish: MessageWish): Incoming {
		const { payload, message } = this.#build(wish);
		return { payload, message: this.#sandbox.memory.receive(message) };
	}

	/** The webhook of a message that never arrived at the provider. */
	forge(wish: MessageWish): object {
		return this.#build(wish).payload;
	}

	#build({ provider, kind, chat, account }: MessageWish) {
		const { payload, message } = buildWebhook({
			provider,
			kind,
			chat: chat ?? this.newChat(provider, kind),
			...(account === undefined ? {} : { account }),
		});
		if (message === null) throw new Error(`${provider} has no message in a ${kind} webhook`);
		return { payload, message };
	}
}

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

export function postedFields({ message: { messageId, chatId, sender } }: Incoming): PostedFields {
	return { messageId, chatId, sender };
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
