import { bubble } from './bubble.js';
import { Composer } from './composer.js';
import { el } from './dom.js';
import { Switches } from './switches.js';

/** Webhooks that are messages of the chat; the others change one, or show in the panel alone. */
const MESSAGE_KINDS = new Set(['direct', 'group', 'own']);

/** So near to its end a thread follows what comes. */
const NEAR_END_PX = 60;

/** One provider's phone with its two chats. */
export class Phone {
	#provider;
	#store;
	#onExplain;
	#chat = 'direct';
	#unit;
	#composer;
	#switches;
	#typingTimer;

	/**
	 * @param {object} settings the phone as the state describes it
	 * @param {import('./store.js').Store} store
	 * @param {(webhook: object) => void} onExplain shows n8n's response to a message
	 */
	constructor(settings, store, onExplain) {
		this.#provider = settings.provider;
		this.#store = store;
		this.#onExplain = onExplain;
		this.#unit = document
			.getElementById('phone-template')
			.content.firstElementChild.cloneNode(true);
		this.#composer = new Composer(this.#find('.composer'), settings, () => this.#chat);
		this.#switches = new Switches(this.#unit, settings);
		this.#label(settings);
		this.#listen();
	}

	/** The phone with its name and its switches. */
	get element() {
		return this.#unit;
	}

	show() {
		this.#unit.hidden = false;
		this.#scrollToEnd();
	}

	hide() {
		this.#unit.hidden = true;
	}

	/** Draws everything anew. */
	render() {
		this.renderSettings();
		this.renderMessages();
		this.renderTyping();
	}

	renderSettings() {
		this.#switches.render(this.#settings);
	}

	renderMessages() {
		const conversation = this.#store.conversation(this.#provider, this.#chat);
		const reactions = countReactions(conversation);
		const shown = conversation.filter(({ kind }) => MESSAGE_KINDS.has(kind));
		const thread = this.#find('.thread');
		const wasAtEnd = thread.scrollHeight - thread.scrollTop - thread.clientHeight < NEAR_END_PX;
		const list = this.#find('.messages');
		const drawn = new Map([...list.children].map((item) => [item.dataset.number, item]));
		list.replaceChildren(...shown.map((webhook) => this.#bubbleOf(webhook, reactions, drawn)));
		this.#find('.thread .empty').hidden = shown.length > 0;
		if (wasAtEnd || shown.length !== drawn.size) this.#scrollToEnd();
		this.#renderTabs();
	}

	/** Shows or ends the typing bubble, and comes back when it is due to end. */
	renderTyping() {
		const remaining = this.#store.typingFor(this.#provider, this.#settings[this.#chat].id);
		this.#find('.typing').hidden = remaining === 0;
		this.#renderHead(remaining > 0);
		clearTimeout(this.#typingTimer);
		if (remaining === 0) return;
		this.#scrollToEnd();
		this.#typingTimer = setTimeout(() => this.renderTyping(), remaining + 20);
	}

	get #settings() {
		return this.#store.phones.get(this.#provider);
	}

	/** Keeps an element that still says the same, so that focus and movement stay. */
	#bubbleOf(webhook, reactions, drawn) {
		const tickState = this.#store.tickState(webhook);
		const count = reactions.get(webhook.messageId) ?? 0;
		const signature = `${tickState} ${webhook.outcome !== null} ${count}`;
		const before = drawn.get(String(webhook.number));
		if (before?.dataset.signature === signature) return before;
		const isGroup = webhook.kind === 'group';
		const item = bubble(webhook, {
			tickState,
			author: isGroup ? this.#store.nameOf(this.#provider, webhook.sender) : null,
			reactions: count,
			onExplain: this.#onExplain,
		});
		item.dataset.signature = signature;
		if (!before) item.classList.add('is-new');
		return item;
	}

	#renderTabs() {
		for (const tab of this.#tabs) {
			const { chat } = tab.dataset;
			const isChosen = chat === this.#chat;
			tab.setAttribute('aria-selected', String(isChosen));
			tab.tabIndex = isChosen ? 0 : -1;
			const unread = this.#store.unread(this.#provider, chat);
			tab.replaceChildren(chat === 'direct' ? 'Direct' : 'Group');
			if (unread === 0) continue;
			tab.append(
				el('span', { class: 'count', 'aria-hidden': 'true' }, String(unread)),
				el('span', { class: 'unseen' }, `, ${unread} not read`),
			);
		}
	}

	#renderHead(isTyping) {
		const { business, members } = this.#settings;
		const { title } = this.#settings[this.#chat];
		const isGroup = this.#chat === 'group';
		const people = [business.name, ...members.map(({ name }) => name)].join(', ');
		const typing = isGroup ? `${business.name} is typing…` : 'typing…';
		const resting = isGroup ? people : business.number;
		this.#find('.chat-title').textContent = title;
		this.#find('.chat-subtitle').textContent = isTyping ? typing : resting;
		this.#find('.avatar').textContent = title[0];
		this.#find('.thread').setAttribute('aria-label', `${isGroup ? 'Group' : 'Chat'} ${title}`);
		this.#composer.showFor(this.#chat);
	}

	#label({ provider, providerName }) {
		const name = this.#find('.unit-name');
		name.id = `phone-${provider}`;
		name.textContent = providerName;
		this.#unit.setAttribute('aria-labelledby', name.id);
		this.#find('[role="tablist"]').setAttribute('aria-label', `Chats of ${providerName}`);
		this.#find('.thread').id = `thread-${provider}`;
		for (const tab of this.#tabs) tab.setAttribute('aria-controls', `thread-${provider}`);
	}

	#listen() {
		for (const tab of this.#tabs) {
			tab.addEventListener('click', () => this.#open(tab.dataset.chat));
			tab.addEventListener('keydown', ({ key }) => {
				if (key !== 'ArrowLeft' && key !== 'ArrowRight') return;
				const other = this.#tabs.find((candidate) => candidate !== tab);
				this.#open(other.dataset.chat);
				other.focus();
			});
		}
	}

	#open(chat) {
		this.#chat = chat;
		this.#find('.messages').replaceChildren();
		this.renderMessages();
		this.renderTyping();
		this.#scrollToEnd();
	}

	#scrollToEnd() {
		const thread = this.#find('.thread');
		thread.scrollTop = thread.scrollHeight;
	}

	get #tabs() {
		return [...this.#unit.querySelectorAll('[role="tab"]')];
	}

	#find(selector) {
		return this.#unit.querySelector(selector);
	}
}

function countReactions(conversation) {
	const counts = new Map();
	for (const { kind, reactsTo } of conversation) {
		if (kind === 'reaction') counts.set(reactsTo, (counts.get(reactsTo) ?? 0) + 1);
	}
	return counts;
}
