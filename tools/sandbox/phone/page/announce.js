import { messageWords, TICK_WORDS } from './words.js';

const GATHERED_MS = 600;

let before;
let waiting = [];
let timer;

/** Says new ticks to screen readers: what happens within a moment, in one sentence per provider. */
export function announce({ webhooks, phones }) {
	const names = new Map(phones.map(({ provider, providerName }) => [provider, providerName]));
	for (const webhook of before ? webhooks : []) {
		const { number, messageId, state, provider } = webhook;
		const isNews = state !== 'sent' && state !== before.get(number);
		if (messageId === null || !isNews) continue;
		waiting.push({ provider: names.get(provider), webhook, word: TICK_WORDS[state].toLowerCase() });
		clearTimeout(timer);
		timer = setTimeout(speak, GATHERED_MS);
	}
	before = new Map(webhooks.map(({ number, state }) => [number, state]));
}

function speak() {
	const groups = Map.groupBy(waiting, ({ provider, word }) => `${provider}\n${word}`);
	document.getElementById('announcer').textContent = [...groups.values()]
		.map((group) => {
			const [{ provider, webhook, word }] = group;
			const what = group.length === 1 ? messageWords(webhook) : `${group.length} messages`;
			return `${provider}: ${what} ${word}.`;
		})
		.join(' ');
	waiting = [];
}
