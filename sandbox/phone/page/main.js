import { Announcer } from './announcer.js';
import { el } from './dom.js';
import { Phone } from './phone.js';
import { follow, post } from './server.js';
import { Store } from './store.js';
import { followTheme } from './theme.js';
import { Traffic } from './traffic.js';

/** Below this only one phone is shown at first. */
const NARROW = '(max-width: 760px)';

const store = new Store();
const traffic = new Traffic(store);
const announcer = new Announcer();
const phones = new Map();

followTheme();
document.getElementById('clear').addEventListener('click', () => void post('/sandbox/reset', {}));
follow(takeEvent, showConnection);

function takeEvent(name, data) {
	const before = name === 'webhook' ? store.webhooks.get(data.number) : undefined;
	store.apply(name, data);
	switch (name) {
		case 'state':
			addPhones();
			renderAll();
			break;
		case 'webhook':
			phones.get(data.provider)?.renderMessages();
			phones.get(data.provider)?.renderTyping();
			traffic.noteWebhook(data);
			// Read ticks are said when they turn, not once more when n8n responds.
			if (before && data.messageId && store.tickState(data) !== 'read') announce(data);
			break;
		case 'read':
			for (const provider of new Set(data.map((message) => message.provider))) {
				phones.get(provider)?.renderMessages();
			}
			for (const { provider, messageId } of data) {
				const webhook = store.webhookOf(provider, messageId);
				if (webhook) announce(webhook);
			}
			break;
		case 'typing':
			phones.get(data.provider)?.renderTyping();
			break;
		case 'request':
			traffic.noteRequest(data);
			break;
		case 'settings':
			phones.get(data.provider)?.renderSettings();
			break;
		case 'cleared':
			renderAll();
	}
}

function announce(webhook) {
	const { providerName } = store.phones.get(webhook.provider);
	announcer.say(providerName, webhook, store.tickState(webhook));
}

function addPhones() {
	if (phones.size > 0) return;
	for (const settings of store.phones.values()) {
		const phone = new Phone(settings, store, (webhook) => traffic.reveal(webhook));
		phones.set(settings.provider, phone);
		document.getElementById('phones').append(phone.element);
	}
	addFilter();
}

function renderAll() {
	for (const phone of phones.values()) phone.render();
	traffic.render();
}

function addFilter() {
	const [first] = store.phones.keys();
	const chosen = matchMedia(NARROW).matches ? first : 'all';
	const choices = [
		['all', 'All'],
		...[...store.phones.values()].map(({ provider, providerName }) => [provider, providerName]),
	];
	document.getElementById('filter').append(
		...choices.map(([scope, label]) =>
			el(
				'label',
				{},
				el('input', {
					type: 'radio',
					name: 'scope',
					value: scope,
					checked: scope === chosen,
					onchange: () => showOnly(scope),
				}),
				el('span', {}, label),
			),
		),
	);
	showOnly(chosen);
}

function showOnly(scope) {
	document.getElementById('phones').dataset.scope = scope;
	for (const [provider, phone] of phones) {
		if (scope === 'all' || scope === provider) phone.show();
		else phone.hide();
	}
	traffic.showOnly(scope);
}

function showConnection(state) {
	const element = document.getElementById('connection');
	element.dataset.state = state;
	element.textContent = state === 'live' ? 'Live' : 'Connection lost, trying again…';
}
