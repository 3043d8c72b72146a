import { breakable, clock, el, fill } from './dom.js';
import { errorText, messageWords, outcomeWords } from './words.js';

const list = document.getElementById('cards');

/**
 * Draws the side panel: webhooks to n8n with their responses, and calls to the providers, newest first.
 *
 * @param {object} view
 * @param {string} scope a provider, or `all`
 */
export function renderTraffic({ phones, webhooks, requests }, scope) {
	const names = new Map(phones.map(({ provider, providerName }) => [provider, providerName]));
	document.getElementById('traffic-scope').textContent =
		`${names.get(scope) ?? 'All providers'}, newest first`;
	const isShown = ({ provider }) => scope === 'all' || scope === provider;
	const cards = [
		...webhooks.filter(isShown).map((webhook) => ({
			at: webhook.outcome?.at ?? webhook.postedAt,
			key: `webhook ${webhook.number} ${webhook.outcome?.at}`,
			draw: () => webhookCard(webhook, names.get(webhook.provider)),
		})),
		...requests.filter(isShown).map((request) => ({
			at: request.at,
			key: `call ${request.number} ${request.at}`,
			draw: () => requestCard(request, names.get(request.provider), webhooks),
		})),
	];
	fill(
		list,
		cards.sort((one, other) => other.at.localeCompare(one.at)),
	);
	document.getElementById('traffic-empty').hidden = cards.length > 0;
}

/** Brings the card of a message into view, opened. */
export function reveal({ number }) {
	const card = list.querySelector(`[data-number="${number}"]`);
	if (!card) return;
	const details = card.querySelector('details');
	if (details) details.open = true;
	card.focus();
	card.scrollIntoView({ block: 'nearest' });
}

function webhookCard(webhook, name) {
	const { outcome, postedAt, number, url } = webhook;
	const { tone, lines } = outcomeWords(webhook);
	const hasResponse = outcome !== null && !('failure' in outcome);
	return el(
		'li',
		{ class: 'card', 'data-kind': 'webhook', 'data-number': number, tabindex: -1 },
		cardHead(`${name} → n8n`, outcome?.at ?? postedAt),
		el('p', { class: 'what cut' }, messageWords(webhook)),
		requestLine('POST', url, hasResponse ? outcome.status : null),
		said(waitedWords(webhook), lines, tone),
		hasResponse ? fold('Complete response', [['n8n’s response', outcome.body]]) : null,
	);
}

function requestCard(request, name, webhooks) {
	const { method, path, query, body, status, response, at } = request;
	const error = status < 400 ? null : errorText(response);
	const what = aboutWords(request, webhooks);
	const asked = Object.keys(query).length > 0 ? [['Query', query]] : [];
	return el(
		'li',
		{ class: 'card', 'data-kind': 'call' },
		cardHead(`n8n → ${name}`, at),
		what === null ? null : el('p', { class: 'what cut' }, what),
		requestLine(method, path, status),
		error === null ? null : said(`${name}: `, [error], 'bad'),
		fold('Request and response', [...asked, ['Body', body], ['Response', response]]),
	);
}

/** Which message a call is about: the one whose id is in its body or is a part of its path. */
function aboutWords({ provider, path, body }, webhooks) {
	const text = JSON.stringify(body ?? '');
	const segments = path.split('/');
	const found = webhooks.filter(
		(webhook) =>
			webhook.provider === provider &&
			webhook.messageId !== null &&
			(text.includes(JSON.stringify(webhook.messageId)) ||
				segments.includes(encodeURIComponent(webhook.messageId))),
	);
	if (found.length === 0) return null;
	return found.length === 1 ? messageWords(found[0]) : `${found.length} messages`;
}

function waitedWords({ postedAt, outcome }) {
	if (outcome === null) return 'n8n: ';
	const ms = Date.parse(outcome.at) - Date.parse(postedAt);
	return `n8n, after ${ms < 1000 ? `${ms} ms` : `${(ms / 1000).toFixed(1)} s`}: `;
}

function cardHead(route, at) {
	return el(
		'p',
		{ class: 'row apart note' },
		el('b', {}, route),
		el('time', { datetime: at }, clock(at, 'second')),
	);
}

/** Method, address and, once it is there, the status. */
function requestLine(method, address, status) {
	const tone = status >= 200 && status < 300 ? 'good' : 'bad';
	const words = status === 0 ? 'no response' : String(status);
	return el(
		'p',
		{ class: 'request-line row' },
		el('b', {}, method),
		el('span', { class: 'note mono fill' }, ...breakable(address)),
		status === null ? null : el('span', { class: 'status pill', 'data-tone': tone }, words),
	);
}

/** What a response says. */
function said(who, lines, tone) {
	return el('p', { class: 'said', 'data-tone': tone }, el('b', {}, who), lines.join('\n'));
}

/** Complete bodies, folded away. */
function fold(title, parts) {
	return el(
		'details',
		{},
		el('summary', { class: 'note' }, title),
		...parts.flatMap(([name, value]) => [
			el('p', { class: 'note' }, name),
			el('pre', { tabindex: 0 }, written(value)),
		]),
	);
}

function written(value) {
	if (value === null) return '(empty)';
	return typeof value === 'string' ? value : JSON.stringify(value, null, 2);
}
