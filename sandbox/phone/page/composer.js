import { el } from './dom.js';
import { post } from './server.js';

/** Actions that take what was typed along: a caption, the reply, the burst's text. */
const WITH_TEXT = new Set(['text', 'photo', 'reply', 'burst']);

/** What can be sent from a phone. */
export class Composer {
	#form;
	#phone;

	/**
	 * @param {HTMLFormElement} form
	 * @param {{provider: string, providerName: string, members: object[]}} phone
	 * @param {() => 'direct'|'group'} chat the chat that is open
	 */
	constructor(form, phone, chat) {
		this.#form = form;
		this.#phone = phone;
		this.#input.setAttribute('aria-label', `Message through ${phone.providerName}`);
		this.#author.replaceChildren(
			...phone.members.map(({ name }, index) => el('option', { value: index }, name)),
		);
		form.addEventListener('submit', (event) => {
			event.preventDefault();
			void this.#act('text', chat());
		});
		for (const button of form.querySelectorAll('[data-action]')) {
			button.addEventListener('click', () => void this.#act(button.dataset.action, chat()));
		}
	}

	/** In a group somebody has to say who writes. */
	showFor(chat) {
		this.#form.querySelector('.author').hidden = chat !== 'group';
	}

	get #input() {
		return this.#form.querySelector('.compose input');
	}

	get #author() {
		return this.#form.querySelector('.author select');
	}

	async #act(action, chat) {
		const takesText = WITH_TEXT.has(action);
		const problem = await post('messages', {
			provider: this.#phone.provider,
			chat,
			action,
			text: takesText ? this.#input.value : null,
			author: Number(this.#author.value),
		});
		this.#form.querySelector('.problem').textContent = problem ?? '';
		if (problem === null && takesText) this.#input.value = '';
	}
}
