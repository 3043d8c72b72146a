import {
	buildWebhook,
	type OutgoingWebhook,
	type ProviderId,
	type SandboxMemory,
} from '../../../../tools/sandbox/index.mts';
import type { Entrance, WebhookAnswer } from './entrance.mts';

/** Where something comes in. */
export interface Stage {
	readonly provider: ProviderId;
	readonly memory: SandboxMemory;
	readonly entrance: Entrance;
}

/** What came in. */
export interface Arrival {
	/** The messages that can be marked, as the webhook names them. */
	readonly messageIds: readonly string[];
	readonly answer: WebhookAnswer;
}

export type Arrive = (stage: Stage) => Promise<Arrival>;

/** An event as the sandbox builds it; what is left out it makes up. */
export type Event = Omit<OutgoingWebhook, 'provider' | 'url'>;

/** Lets the provider post one event. */
export function event(order: Event): Arrive {
	return async ({ provider, memory, entrance }) => {
		const { payload, headers, message, ownMessageId } = buildWebhook({ ...order, provider });
		if (message) memory.receive(message);
		if (ownMessageId !== null) memory.rememberOwn(provider, ownMessageId);
		const answer = await entrance.post(payload, headers);
		return { messageIds: message ? [message.messageId] : [], answer };
	};
}

interface MetaPayload {
	readonly entry: readonly object[];
}

/** Lets Meta post several events in one webhook (up to 1,000 updates: docs/providers/cloudApi.md, "Webhook"). */
export function batch(orders: readonly Event[]): Arrive {
	return async ({ provider, memory, entrance }) => {
		const built = orders.map((order) => buildWebhook({ ...order, provider }));
		const messages = built.flatMap(({ message }) => (message ? [message] : []));
		messages.forEach((message) => memory.receive(message));
		const payload = {
			object: 'whatsapp_business_account',
			entry: built.flatMap((webhook) => (webhook.payload as MetaPayload).entry),
		};
		const answer = await entrance.post(payload);
		return { messageIds: messages.map(({ messageId }) => messageId), answer };
	};
}

/** Lets somebody post what no provider posts. */
export function strangePayload(payload: object): Arrive {
	return async ({ entrance }) => ({ messageIds: [], answer: await entrance.post(payload) });
}

/**
 * Lets Meta check the address, as it does when somebody enters it.
 * @see https://developers.facebook.com/docs/graph-api/webhooks/getting-started
 */
export function metaCheck(word: string, challenge: string): Arrive {
	const query = new URLSearchParams({
		'hub.mode': 'subscribe',
		'hub.verify_token': word,
		'hub.challenge': challenge,
	});
	return async ({ entrance }) => ({
		messageIds: [],
		answer: await entrance.get(query.toString()),
	});
}
