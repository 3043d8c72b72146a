import type { ProviderId } from '../providers/index.mts';
import type {
	ChatRecord,
	IncomingMessage,
	MemorySnapshot,
	OwnMessage,
	PostedWebhook,
	ReceivedMessage,
	RecordedRequest,
	TypingRecord,
	WebhookOutcome,
	WebhookRecord,
} from './records.mts';

type Changeable<T> = { -readonly [K in keyof T]: T[K] };

/**
 * What the sandbox remembers: webhooks posted, messages received, what was marked, typing, and every
 * call.
 *
 * All changes go through the methods, so that a page or a test can rely on the lists alone.
 */
export class SandboxMemory {
	/** Called after each change of what the phone page shows. */
	onChange: () => void = () => {};
	#webhooks: Array<Changeable<WebhookRecord>> = [];
	#webhooksEver = 0;
	#received: Array<Changeable<ReceivedMessage>> = [];
	#byId = new Map<string, Changeable<ReceivedMessage>>();
	#byChat = new Map<string, Array<Changeable<ReceivedMessage>>>();
	#own = new Map<string, OwnMessage>();
	#chats: ChatRecord[] = [];
	#typing: TypingRecord[] = [];
	#requests: RecordedRequest[] = [];

	/** Webhooks posted so far, oldest first, without secrets. */
	get webhooks(): readonly WebhookRecord[] {
		return this.#webhooks;
	}

	/** Messages received so far, oldest first. */
	get received(): readonly ReceivedMessage[] {
		return this.#received;
	}

	/** Chats marked read or unread, in the order of the calls. */
	get chats(): readonly ChatRecord[] {
		return this.#chats;
	}

	/** Typing bubbles asked for, in the order of the calls. */
	get typing(): readonly TypingRecord[] {
		return this.#typing;
	}

	/** Calls to the provider APIs, in the order of their responses, without secrets. */
	get requests(): readonly RecordedRequest[] {
		return this.#requests;
	}

	/** Remembers a webhook that is about to be posted; the caller has masked its secrets. */
	notePosted(webhook: PostedWebhook): WebhookRecord {
		this.#webhooksEver += 1;
		const record = {
			...webhook,
			number: this.#webhooksEver,
			postedAt: new Date().toISOString(),
			outcome: null,
		};
		this.#webhooks.push(record);
		this.onChange();
		return record;
	}

	/** Remembers what became of a webhook; the caller has masked its secrets. */
	noteOutcome(number: number, outcome: WebhookOutcome): void {
		const record = this.#webhooks.findLast((webhook) => webhook.number === number);
		// Forgotten meanwhile.
		if (!record) return;
		record.outcome = outcome;
		this.onChange();
	}

	/** Remembers a received message as unread. A message delivered twice stays one message. */
	receive(message: IncomingMessage): ReceivedMessage {
		const known = this.#byId.get(key(message.provider, message.messageId));
		if (known) return known;
		const received: Changeable<ReceivedMessage> = { ...message, status: 'unread', markedAt: null };
		this.#received.push(received);
		this.#byId.set(key(message.provider, message.messageId), received);
		const chat = key(message.provider, message.account, message.chatId);
		const conversation = this.#byChat.get(chat);
		if (conversation) conversation.push(received);
		else this.#byChat.set(chat, [received]);
		return received;
	}

	/** Remembers the id of a message the account itself sent. */
	rememberOwn(provider: ProviderId, messageId: string): void {
		this.#own.set(key(provider, messageId), { provider, messageId });
	}

	/** The received message with this id, or `undefined`. */
	find(provider: ProviderId, messageId: string): ReceivedMessage | undefined {
		return this.#byId.get(key(provider, messageId));
	}

	/** The received messages of one chat of one account, oldest first. */
	conversation(provider: ProviderId, account: string, chatId: string): readonly ReceivedMessage[] {
		return this.#byChat.get(key(provider, account, chatId)) ?? [];
	}

	/** Whether the account itself sent the message. */
	isOwn(provider: ProviderId, messageId: string): boolean {
		return this.#own.has(key(provider, messageId));
	}

	/** Whether a received message was marked read; `false` for an unknown id too. */
	isRead(provider: ProviderId, messageId: string): boolean {
		return this.find(provider, messageId)?.status === 'read';
	}

	/** Received messages that are not marked yet, of one provider or of all. */
	unread(provider?: ProviderId): readonly ReceivedMessage[] {
		return this.#received.filter(
			(message) =>
				message.status === 'unread' && (provider === undefined || message.provider === provider),
		);
	}

	/** The last read or unread mark of a chat, or `undefined` when it never got one. */
	chatMark(provider: ProviderId, chatId: string): ChatRecord | undefined {
		return this.#chats.findLast((chat) => chat.provider === provider && chat.chatId === chatId);
	}

	/** Turns the ticks of these messages blue. Marking twice changes nothing. */
	markRead(messages: readonly ReceivedMessage[]): void {
		const markedAt = new Date().toISOString();
		for (const { provider, messageId } of messages) {
			const message = this.#byId.get(key(provider, messageId));
			if (message?.status !== 'unread') continue;
			message.status = 'read';
			message.markedAt = markedAt;
		}
		this.onChange();
	}

	/** Remembers that a chat was marked read or unread. */
	noteChat(chat: Omit<ChatRecord, 'at'>): void {
		this.#chats.push({ ...chat, at: new Date().toISOString() });
	}

	/** Remembers a typing bubble: of the message of the same call, and how long it shows at most, as far as there is one. */
	noteTyping(
		typing: Pick<TypingRecord, 'provider' | 'account' | 'chatId'> & Partial<TypingRecord>,
	): void {
		const { provider, account, chatId, messageId = null, seconds = null } = typing;
		const at = new Date().toISOString();
		this.#typing.push({ provider, account, chatId, messageId, seconds, at });
		this.onChange();
	}

	/** Remembers a call; the caller has masked its secrets. */
	noteRequest(request: RecordedRequest): void {
		this.#requests.push(request);
		this.onChange();
	}

	/** Everything, as plain data for JSON. */
	snapshot(): MemorySnapshot {
		return {
			webhooks: this.#webhooks,
			received: this.#received,
			own: [...this.#own.values()],
			chats: this.#chats,
			typing: this.#typing,
			requests: this.#requests,
		};
	}

	/** Forgets everything. */
	clear(): void {
		this.#webhooks = [];
		this.#received = [];
		this.#byId.clear();
		this.#byChat.clear();
		this.#own.clear();
		this.#chats = [];
		this.#typing = [];
		this.#requests = [];
		this.onChange();
	}
}

function key(...parts: string[]): string {
	return parts.join('\n');
}
