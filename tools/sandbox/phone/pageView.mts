import type { SandboxMemory } from '../memory/SandboxMemory.mts';
import type { RecordedRequest, TypingRecord, WebhookRecord } from '../memory/records.mts';
import type { ProviderId } from '../providers/index.mts';
import { phoneCast } from './cast.mts';

/** Most of what a page shows at once. */
const SHOWN = 300;

/** Where a provider documents no end of typing: WhatsApp's own 25 seconds. */
const TYPING_SECONDS = 25;

/** A chat of a phone; `null` when the phone has no such chat. */
type ChatName = 'direct' | 'group' | null;

/** A webhook as a message of a phone's chat. */
export interface WebhookView extends WebhookRecord {
	readonly chat: ChatName;
	/** The author's name where the cast knows it, else the id. */
	readonly author: string;
	/** `delivered`: n8n responded with 2xx. `read`: the provider marked it. */
	readonly state: 'sent' | 'delivered' | 'read' | 'failed';
}

/** A typing bubble. */
export interface TypingView {
	readonly provider: ProviderId;
	readonly chat: ChatName;
	/** ISO 8601: it ends then, or with the business's next message. */
	readonly until: string;
}

/** A call to a provider. Its headers stay out: the bodies are what helps. */
export type RequestView = Omit<RecordedRequest, 'headers'> & { readonly number: number };

/** The newest part of the memory, oldest first. */
export interface MemoryView {
	readonly webhooks: readonly WebhookView[];
	readonly typing: readonly TypingView[];
	readonly requests: readonly RequestView[];
}

/** What a page has to know of the memory. */
export function memoryView(memory: SandboxMemory): MemoryView {
	const webhooks = memory.webhooks.slice(-SHOWN);
	const first = Math.max(0, memory.requests.length - SHOWN);
	return {
		webhooks: webhooks.map((webhook) => ({
			...webhook,
			chat: chatOf(webhook),
			author:
				phoneCast(webhook.provider).members.find(({ id }) => id === webhook.sender)?.name ??
				webhook.sender,
			state: stateOf(webhook, memory),
		})),
		typing: memory.typing
			.filter((typing) => !wasAnswered(typing, webhooks))
			.map((typing) => ({
				provider: typing.provider,
				chat: chatOf(typing),
				until: typingEnd(typing),
			}))
			.filter(({ until }) => Date.parse(until) > Date.now()),
		requests: memory.requests
			.slice(first)
			.map(({ headers: _headers, ...call }, index) => ({ ...call, number: first + index })),
	};
}

function chatOf({ provider, chatId }: Pick<WebhookRecord, 'provider' | 'chatId'>): ChatName {
	const { direct, group } = phoneCast(provider);
	if (chatId === direct.id) return 'direct';
	return chatId === group.id ? 'group' : null;
}

function stateOf(
	{ provider, messageId, outcome }: WebhookRecord,
	memory: SandboxMemory,
): WebhookView['state'] {
	if (messageId !== null && memory.isRead(provider, messageId)) return 'read';
	if (outcome === null) return 'sent';
	const isAccepted = 'status' in outcome && outcome.status >= 200 && outcome.status < 300;
	return isAccepted ? 'delivered' : 'failed';
}

function typingEnd({ seconds, at }: TypingRecord): string {
	return new Date(Date.parse(at) + (seconds ?? TYPING_SECONDS) * 1000).toISOString();
}

function wasAnswered(typing: TypingRecord, webhooks: readonly WebhookRecord[]): boolean {
	return webhooks.some(
		({ kind, provider, chatId, postedAt }) =>
			kind === 'own' &&
			provider === typing.provider &&
			chatId === typing.chatId &&
			postedAt > typing.at,
	);
}
