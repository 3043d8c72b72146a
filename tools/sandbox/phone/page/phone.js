import { bubble } from './bubble.js';
import { breakable, el, fill, icon } from './dom.js';
import { listenToForms } from './forms.js';
import { reveal } from './traffic.js';
import { TROUBLE_WORDS } from './words.js';

/** Webhooks that are messages of the chat; the others change one, or show in the panel alone. */
const MESSAGE_KINDS = new Set(['direct', 'group', 'own']);

/** So near to its end a thread follows what comes. */
const NEAR_END_PX = 60;

/** One provider's phone with its two chats, its switch and the address its webhooks go to. */
export class Phone {
	/** The phone with its name and its switches. */
	element = document.getElementById('phone-template').content.firstElementChild.cloneNode(true);
	#settings;
	#view;
	#chat = 'direct';
	#typingTimer;

	/** @param {object} settings the phone as the view describes it */
	constructor(settings) {
		this.#settings = settings;
		this.#label(settings);
		this.#listen();
		listenToForms(this.element, settings.provider, () => this.#chat);
		this.#find('.target').open = settings.webhookUrl === null;
	}

	show(isShown) {
		this.element.hidden = !isShown;
		this.#scrollToEnd();
	}

	/** Draws what is new. */
	render(settings, view) {
		this.#settings = settings;
		this.#view = view;
		this.#renderSettings();
		this.#renderMessages();
		this.#renderTabs();
		this.#renderTyping();
	}

	#renderSettings() {
		const { providerName, condition, webhookUrl } = this.#settings;
		this.#find('.condition').value = condition;
		const trouble = this.#find('.trouble');
		trouble.hidden = condition === 'works';
		trouble.replaceChildren(icon('alert'), `${providerName} ${TROUBLE_WORDS[condition] ?? ''}`);
		this.#find('.target-state').replaceChildren(
			...(webhookUrl === null
				? [icon('alert'), 'No webhook URL yet: where should messages go?']
				: ['Posts to ', el('span', { class: 'mono' }, ...breakable(webhookUrl))]),
		);
		const input = this.#find('.target-form input');
		if (webhookUrl !== null && document.activeElement !== input) input.value = webhookUrl;
	}

	#renderMessages() {
		const conversation = this.#conversation(this.#chat);
		const shown = conversation.filter(({ kind }) => MESSAGE_KINDS.has(kind));
		const thread = this.#find('.thread');
		const list = this.#find('.messages');
		const wasAtEnd = thread.scrollHeight - thread.scrollTop - thread.clientHeight < NEAR_END_PX;
		const before = list.childElementCount;
		fill(
			list,
			shown.map((webhook) => {
				const { number, messageId, state, outcome } = webhook;
				const reactions = conversation.filter(
					({ kind, reactsTo }) => kind === 'reaction' && reactsTo === messageId,
				).length;
				return {
					key: `${number} ${state} ${outcome !== null} ${reactions}`,
					draw: () => bubble(webhook, reactions, reveal),
				};
			}),
		);
		this.#find('.thread .empty').hidden = shown.length > 0;
		if (wasAtEnd || shown.length !== before) this.#scrollToEnd();
	}

	#renderTabs() {
		for (const tab of this.#tabs) {
			const { chat } = tab.dataset;
			const isChosen = chat === this.#chat;
			tab.setAttribute('aria-selected', String(isChosen));
			tab.tabIndex = isChosen ? 0 : -1;
			const unread = this.#conversation(chat).filter(
				({ messageId, state }) => messageId !== null && state !== 'read',
			).length;
			tab.replaceChildren(chat === 'direct' ? 'Direct' : 'Group');
			if (unread === 0) continue;
			tab.append(
				el('span', { class: 'count pill', 'aria-hidden': 'true' }, String(unread)),
				el('span', { class: 'unseen' }, `, ${unread} not read`),
			);
		}
	}

	/** Shows or ends the typing bubble, and comes back when it is due to end. */
	#renderTyping() {
		const typing = this.#view.typing.findLast(
			({ provider, chat }) => provider === this.#settings.provider && chat === this.#chat,
		);
		const remaining = Math.max(0, Date.parse(typing?.until ?? 0) - Date.now());
		const wasHidden = this.#find('.typing').hidden;
		this.#find('.typing').hidden = remaining === 0;
		this.#renderHead(remaining > 0);
		clearTimeout(this.#typingTimer);
		if (remaining === 0) return;
		if (wasHidden) this.#scrollToEnd();
		this.#typingTimer = setTimeout(() => this.#renderTyping(), remaining + 20);
	}

	#renderHead(isTyping) {
		const { business, members, [this.#chat]: chat } = this.#settings;
		const isGroup = this.#chat === 'group';
		const people = [business.name, ...members.map(({ name }) => name)].join(', ');
		const typing = isGroup ? `${business.name} is typing…` : 'typing…';
		const resting = isGroup ? people : business.number;
		this.#find('.chat-title').textContent = chat.title;
		this.#find('.chat-subtitle').textContent = isTyping ? typing : resting;
		this.#find('.avatar').textContent = chat.title[0];
		this.#find('.thread').setAttribute('aria-label', `${isGroup ? 'Group' : 'Chat'} ${chat.title}`);
		// In a group somebody has to say who writes.
		this.#find('.author').hidden = !isGroup;
	}

	#label({ provider, providerName, members }) {
		const name = this.#find('.unit-name');
		name.id = `phone-${provider}`;
		name.textContent = providerName;
		this.element.setAttribute('aria-labelledby', name.id);
		this.#find('[role="tablist"]').setAttribute('aria-label', `Chats of ${providerName}`);
		this.#find('.condition').setAttribute('aria-label', `How ${providerName} responds`);
		this.#find('.compose input').setAttribute('aria-label', `Message through ${providerName}`);
		this.#find('.thread').id = `thread-${provider}`;
		for (const tab of this.#tabs) tab.setAttribute('aria-controls', `thread-${provider}`);
		this.#find('.author select').append(
			...members.map(({ name: member }, index) => el('option', { value: index }, member)),
		);
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
		this.render(this.#settings, this.#view);
		this.#scrollToEnd();
	}

	#conversation(name) {
		return this.#view.webhooks.filter(
			({ provider, chat }) => provider === this.#settings.provider && chat === name,
		);
	}

	#scrollToEnd() {
		const thread = this.#find('.thread');
		thread.scrollTop = thread.scrollHeight;
	}

	get #tabs() {
		return [...this.element.querySelectorAll('[role="tab"]')];
	}

	#find(selector) {
		return this.element.querySelector(selector);
	}
}
