import { el } from './dom.js';
import { post } from './forms.js';
import { Phone } from './phone.js';
import { renderTraffic } from './traffic.js';
import { messageWords, TICK_WORDS } from './words.js';

/** Below this only one phone is shown at first. */
const NARROW = '(max-width: 760px)';

const phones = new Map();
let view;
let scope = 'all';
let knownStates;

document.getElementById('clear').addEventListener('click', () => void post('/sandbox/reset', {}));
follow();

/** Follows what happens in the sandbox; the browser connects again by itself. */
function follow() {
	const source = new EventSource('events');
	source.addEventListener('open', () => showConnection('live', 'Live'));
	source.addEventListener('error', () => showConnection('lost', 'Connection lost, trying again…'));
	source.addEventListener('message', ({ data }) => {
		view = JSON.parse(data);
		if (phones.size === 0) addPhones();
		for (const settings of view.phones) phones.get(settings.provider).render(settings, view);
		renderTraffic(view, scope);
		announce(view);
	});
}

function showConnection(state, words) {
	const element = document.getElementById('connection');
	element.dataset.state = state;
	element.textContent = words;
}

function addPhones() {
	for (const settings of view.phones) {
		const phone = new Phone(settings);
		phones.set(settings.provider, phone);
		document.getElementById('phones').append(phone.element);
	}
	if (matchMedia(NARROW).matches) scope = view.phones[0].provider;
	const choices = [
		['all', 'All'],
		...view.phones.map(({ provider, providerName }) => [provider, providerName]),
	];
	document.getElementById('filter').append(
		...choices.map(([value, label]) =>
			el(
				'label',
				{ class: 'pill' },
				el('input', {
					type: 'radio',
					name: 'scope',
					value,
					checked: value === scope,
					onchange: () => showOnly(value),
				}),
				label,
			),
		),
	);
	showOnly(scope);
}

function showOnly(chosen) {
	scope = chosen;
	document.getElementById('phones').dataset.scope = scope;
	for (const [provider, phone] of phones) {
		phone.show(scope === 'all' || scope === provider);
	}
	renderTraffic(view, scope);
}

/** Says new ticks to screen readers: a message in its own words, several by their number. */
function announce({ webhooks }) {
	const news = webhooks.filter(
		({ number, messageId, state }) =>
			messageId !== null && state !== 'sent' && knownStates && state !== knownStates.get(number),
	);
	knownStates = new Map(webhooks.map(({ number, state }) => [number, state]));
	if (news.length === 0) return;
	const what = news.length === 1 ? messageWords(news[0]) : `${news.length} messages`;
	const words = [...new Set(news.map(({ state }) => TICK_WORDS[state].toLowerCase()))];
	document.getElementById('announcer').textContent = `${what} ${words.join(', ')}.`;
}
