import { breakable, el, icon } from './dom.js';
import { post } from './server.js';
import { TROUBLE_WORDS } from './words.js';

/** What is set around a phone: how its provider responds, and where its webhooks go. */
export class Switches {
	#unit;

	/**
	 * @param {HTMLElement} unit the phone with everything around it
	 * @param {{provider: string, providerName: string, webhookUrl: string|null}} phone
	 */
	constructor(unit, { provider, providerName, webhookUrl }) {
		this.#unit = unit;
		const condition = this.#find('.condition');
		condition.setAttribute('aria-label', `How ${providerName} responds`);
		condition.addEventListener('change', async () => {
			const problem = await post('condition', { provider, condition: condition.value });
			this.#find('.composer .problem').textContent = problem ?? '';
		});
		this.#find('.target').open = webhookUrl === null;
		this.#find('.target-form').addEventListener('submit', async (event) => {
			event.preventDefault();
			const url = this.#find('.target-form input').value;
			const problem = await post('webhook-url', { provider, url });
			this.#find('.target-form .problem').textContent = problem ?? '';
			if (problem === null) this.#find('.target').open = false;
		});
	}

	render({ providerName, condition, webhookUrl }) {
		this.#find('.condition').value = condition;
		const trouble = this.#find('.trouble');
		trouble.hidden = condition === 'works';
		trouble.replaceChildren(icon('alert'), `${providerName} ${TROUBLE_WORDS[condition] ?? ''}`);
		const state = this.#find('.target-state');
		if (webhookUrl === null) {
			state.replaceChildren(icon('alert'), 'No webhook URL yet: where should messages go?');
			return;
		}
		state.replaceChildren('Posts to ', el('span', { class: 'mono' }, ...breakable(webhookUrl)));
		const input = this.#find('.target-form input');
		if (document.activeElement !== input) input.value = webhookUrl;
	}

	#find(selector) {
		return this.#unit.querySelector(selector);
	}
}
