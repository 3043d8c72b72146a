import { messageWords, TICK_WORDS } from './words.js';

const GATHERED_MS = 600;

/** Says new ticks to screen readers: what happens within a moment, in one sentence per provider. */
export class Announcer {
	#element = document.getElementById('announcer');
	#waiting = [];
	#timer;

	/** @param {string} provider the provider's name */
	say(provider, webhook, tickState) {
		this.#waiting.push({ provider, webhook, word: TICK_WORDS[tickState].toLowerCase() });
		clearTimeout(this.#timer);
		this.#timer = setTimeout(() => this.#speak(), GATHERED_MS);
	}

	#speak() {
		const groups = Map.groupBy(this.#waiting, ({ provider, word }) => `${provider}\n${word}`);
		this.#element.textContent = [...groups.values()]
			.map((group) => {
				const [{ provider, webhook, word }] = group;
				const what = group.length === 1 ? messageWords(webhook) : `${group.length} messages`;
				return `${provider}: ${what} ${word}.`;
			})
			.join(' ');
		this.#waiting = [];
	}
}
