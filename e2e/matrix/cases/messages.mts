import {
	buildWebhook,
	type ProviderId,
	type ReceivedMessage,
	type Sandbox,
	type WebhookKind,
} from '../../../sandbox/index.mts';

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

/** How each provider writes a person's and a group's chat, with a number that counts up. */
const CHATS: Readonly<Record<ProviderId, Record<MessageKind, (number: number) => string>>> = {
	cloudApi: {
		direct: (number) => `1650556${padded(number)}`,
		group: (number) => `Y2FwaV9ncm91cDox${padded(number)}`,
	},
	kirim: {
		direct: (number) => `6285713${padded(number)}`,
		group: (number) => `Y2FwaV9ncm91cDoy${padded(number)}`,
	},
	ryze: {
		direct: (number) => `551198${padded(number)}1@s.whatsapp.net`,
		group: (number) => `12036312${padded(number)}01@g.us`,
	},
	wawp: {
		direct: (number) => `447441${padded(number)}1@c.us`,
		group: (number) => `12036313${padded(number)}01@g.us`,
	},
};

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
		return CHATS[provider][kind](this.#chats);
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

function padded(number: number): string {
	return String(number).padStart(4, '0');
}
