import { card, fold, requestLine, said } from './card.js';
import { messageWords, outcomeWords, errorText } from './words.js';

const KEPT = 300;

/** The side panel: webhooks to n8n with their responses, and calls to the providers, newest first. */
export class Traffic {
	#store;
	#list = document.getElementById('cards');
	#empty = document.getElementById('traffic-empty');
	#scope = 'all';

	/** @param {import('./store.js').Store} store */
	constructor(store) {
		this.#store = store;
	}

	/** Draws everything anew. */
	render() {
		const cards = [
			...[...this.#store.webhooks.values()].map((webhook) => ({
				at: latest(webhook),
				draw: () => this.#webhookCard(webhook),
			})),
			...this.#store.requests.map((request) => ({
				at: request.at,
				draw: () => this.#requestCard(request),
			})),
		];
		cards.sort((one, other) => other.at.localeCompare(one.at));
		this.#list.replaceChildren(...cards.map(({ draw }) => draw()));
		this.#filter();
	}

	/** A webhook that leaves gets a card on top; when it is answered, its card comes there again. */
	noteWebhook(webhook) {
		const card = this.#webhookCard(webhook);
		this.#cardOf(webhook)?.remove();
		this.#addOnTop(card);
	}

	noteRequest(request) {
		this.#addOnTop(this.#requestCard(request));
	}

	/** @param {string} scope a provider, or `all` */
	showOnly(scope) {
		this.#scope = scope;
		const name = this.#store.phones.get(scope)?.providerName;
		document.getElementById('traffic-scope').textContent =
			`${name ?? 'All providers'}, newest first`;
		this.#filter();
	}

	/** Brings the card of a message into view, opened. */
	reveal(webhook) {
		const card = this.#cardOf(webhook);
		if (!card) return;
		const details = card.querySelector('details');
		if (details) details.open = true;
		card.focus();
		card.scrollIntoView({ block: 'nearest' });
	}

	#cardOf({ number }) {
		return this.#list.querySelector(`[data-number="${number}"]`);
	}

	#addOnTop(card) {
		this.#list.prepend(card);
		if (this.#list.childElementCount > KEPT) this.#list.lastElementChild.remove();
		this.#filter();
	}

	#filter() {
		let shown = 0;
		for (const card of this.#list.children) {
			card.hidden = this.#scope !== 'all' && card.dataset.provider !== this.#scope;
			if (!card.hidden) shown += 1;
		}
		this.#empty.hidden = shown > 0;
	}

	#webhookCard(webhook) {
		const { outcome } = webhook;
		const { tone, lines } = outcomeWords(webhook);
		const hasResponse = outcome !== null && !('failure' in outcome);
		return card(webhook, 'webhook', latest(webhook), {
			route: `${this.#nameOf(webhook)} → n8n`,
			what: messageWords(webhook),
			line: requestLine('POST', webhook.url, hasResponse ? outcome.status : null),
			rest: [
				said(waitedWords(webhook), lines, tone),
				hasResponse ? fold('Complete response', [['n8n’s response', outcome.body]]) : null,
			],
		});
	}

	#requestCard(request) {
		const { method, path, query, body, status, response } = request;
		const error = status < 400 ? null : errorText(response);
		const asked = Object.keys(query).length > 0 ? [['Query', query]] : [];
		return card(request, 'call', request.at, {
			route: `n8n → ${this.#nameOf(request)}`,
			what: this.#aboutWords(request),
			line: requestLine(method, path, status),
			rest: [
				error === null ? null : said(`${this.#nameOf(request)}: `, [error], 'bad'),
				fold('Request and response', [...asked, ['Body', body], ['Response', response]]),
			],
		});
	}

	/** Which message a call is about: the one whose id is in its body. */
	#aboutWords({ provider, body }) {
		const text = JSON.stringify(body ?? '');
		const ids = [...this.#store.webhooks.values()].filter(
			(webhook) =>
				webhook.provider === provider &&
				webhook.messageId !== null &&
				text.includes(JSON.stringify(webhook.messageId)),
		);
		if (ids.length === 0) return null;
		return ids.length === 1 ? messageWords(ids[0]) : `${ids.length} messages`;
	}

	#nameOf({ provider }) {
		return this.#store.phones.get(provider)?.providerName ?? provider;
	}
}

/** When a webhook last made news: its response, or before that its departure. */
function latest({ postedAt, outcome }) {
	return outcome?.at ?? postedAt;
}

function waitedWords({ postedAt, outcome }) {
	if (outcome === null) return 'n8n: ';
	const ms = Date.parse(outcome.at) - Date.parse(postedAt);
	return `n8n, after ${ms < 1000 ? `${ms} ms` : `${(ms / 1000).toFixed(1)} s`}: `;
}
