import type { SandboxMemory } from '../memory/SandboxMemory.mts';
import type {
	ReceivedMessage,
	RecordedRequest,
	TypingRecord,
	WebhookRecord,
} from '../memory/records.mts';
import type { ProviderId } from '../providers/index.mts';

/** Most of what a page shows at once. */
const SHOWN = 300;

/** Where a provider documents no end of typing: WhatsApp's own 25 seconds. */
const TYPING_SECONDS = 25;

/** A message that was marked. */
export interface ReadView {
	readonly provider: ProviderId;
	readonly messageId: string;
}

/** A typing bubble. */
export interface TypingView {
	readonly provider: ProviderId;
	readonly chatId: string;
	/** ISO 8601: it ends then, or with the business's next message. */
	readonly until: string;
}

/** A call to a provider. Its headers stay out: the bodies are what helps. */
export type RequestView = Omit<RecordedRequest, 'headers'>;

/** The newest part of the memory, oldest first. */
export interface MemoryView {
	readonly webhooks: readonly WebhookRecord[];
	readonly read: readonly ReadView[];
	readonly typing: readonly TypingView[];
	readonly requests: readonly RequestView[];
}

/** What a page that opens now has to know of the memory. */
export function memoryView(memory: SandboxMemory): MemoryView {
	const webhooks = memory.webhooks.slice(-SHOWN);
	return {
		webhooks,
		read: webhooks.flatMap(({ provider, messageId }) =>
			messageId !== null && memory.isRead(provider, messageId) ? [{ provider, messageId }] : [],
		),
		typing: memory.typing
			.filter((typing) => !wasAnswered(typing, webhooks))
			.map(typingView)
			.filter(({ until }) => Date.parse(until) > Date.now()),
		requests: memory.requests.slice(-SHOWN).map(requestView),
	};
}

export function readView({ provider, messageId }: ReceivedMessage): ReadView {
	return { provider, messageId };
}

export function typingView({ provider, chatId, seconds, at }: TypingRecord): TypingView {
	const until = Date.parse(at) + (seconds ?? TYPING_SECONDS) * 1000;
	return { provider, chatId, until: new Date(until).toISOString() };
}

export function requestView({ headers: _headers, ...view }: RecordedRequest): RequestView {
	return view;
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
