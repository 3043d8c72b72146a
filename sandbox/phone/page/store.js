/** Most cards and messages the page keeps. */
const KEPT = 300;

/** What the page knows: the sandbox's state as its events tell it. */
export class Store {
	phones = new Map();
	webhooks = new Map();
	requests = [];
	#read = new Set();
	#typing = new Map();

	/** Takes an event over. */
	apply(name, data) {
		switch (name) {
			case 'state':
				this.#forget();
				this.phones = new Map(data.phones.map((phone) => [phone.provider, phone]));
				data.webhooks.forEach((webhook) => this.webhooks.set(webhook.number, webhook));
				data.read.forEach((message) => this.#read.add(key(message.provider, message.messageId)));
				data.typing.forEach((typing) => this.#noteTyping(typing));
				this.requests = data.requests;
				break;
			case 'webhook':
				this.#noteWebhook(data);
				break;
			case 'read':
				data.forEach((message) => this.#read.add(key(message.provider, message.messageId)));
				break;
			case 'typing':
				this.#noteTyping(data);
				break;
			case 'request':
				this.requests.push(data);
				if (this.requests.length > KEPT) this.requests.shift();
				break;
			case 'settings':
				Object.assign(this.phones.get(data.provider) ?? {}, data);
				break;
			case 'cleared':
				this.#forget();
		}
	}

	/** `sent`, `delivered` (n8n answered 2xx), `read` (the provider marked it) or `failed`. */
	tickState({ provider, messageId, outcome }) {
		if (messageId !== null && this.#read.has(key(provider, messageId))) return 'read';
		if (outcome === null) return 'sent';
		return outcome.status >= 200 && outcome.status < 300 ? 'delivered' : 'failed';
	}

	/** The chat of a webhook: `direct`, `group`, or `null` when this phone has no such chat. */
	chatOf({ provider, chatId }) {
		const phone = this.phones.get(provider);
		if (phone?.direct.id === chatId) return 'direct';
		return phone?.group.id === chatId ? 'group' : null;
	}

	/** The webhooks of a phone's chat, oldest first. */
	conversation(provider, chat) {
		return [...this.webhooks.values()].filter(
			(webhook) => webhook.provider === provider && this.chatOf(webhook) === chat,
		);
	}

	/** How many messages of a chat nobody has marked. */
	unread(provider, chat) {
		return this.conversation(provider, chat).filter(
			(webhook) => webhook.messageId !== null && this.tickState(webhook) !== 'read',
		).length;
	}

	/** The webhook that delivered a message. */
	webhookOf(provider, messageId) {
		return [...this.webhooks.values()].find(
			(webhook) => webhook.provider === provider && webhook.messageId === messageId,
		);
	}

	/** Milliseconds that the business still types in a chat; 0 when it does not. */
	typingFor(provider, chatId) {
		const until = this.#typing.get(key(provider, chatId));
		return until === undefined ? 0 : Math.max(0, until - Date.now());
	}

	/** Who wrote, by name where the cast knows them. */
	nameOf(provider, sender) {
		const member = this.phones.get(provider)?.members.find(({ id }) => id === sender);
		return member?.name ?? sender;
	}

	#noteWebhook(webhook) {
		this.webhooks.set(webhook.number, webhook);
		// The business's own message ends its typing.
		if (webhook.kind === 'own') this.#typing.delete(key(webhook.provider, webhook.chatId));
		if (this.webhooks.size > KEPT) this.webhooks.delete(this.webhooks.keys().next().value);
	}

	#noteTyping({ provider, chatId, until }) {
		this.#typing.set(key(provider, chatId), Date.parse(until));
	}

	#forget() {
		this.webhooks.clear();
		this.requests = [];
		this.#read.clear();
		this.#typing.clear();
	}
}

function key(provider, id) {
	return `${provider}\n${id}`;
}
