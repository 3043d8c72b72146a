import { clock, el, icon } from './dom.js';
import { isRefusedByProvider, messageWords, TICK_WORDS } from './words.js';

const TICK_ICONS = { sent: 'tick', delivered: 'ticks', read: 'ticks', failed: 'alert' };

/**
 * Draws one message of a chat, or the business's reply.
 *
 * @param {object} webhook
 * @param {number} reactions how many reactions it got
 * @param {(webhook: object) => void} onExplain shows n8n's response
 */
export function bubble(webhook, reactions, onExplain) {
	const { kind, author, state } = webhook;
	const isOwn = kind === 'own';
	const thumbs = reactions > 1 ? `👍 ${reactions}` : '👍';
	return el(
		'li',
		{
			class: `bubble ${isOwn ? 'bubble-business' : 'bubble-customer'}`,
			'data-state': isOwn ? null : state,
		},
		kind === 'group' ? el('p', { class: 'bubble-author' }, author) : null,
		...content(webhook),
		meta(webhook, onExplain),
		reactions > 0 ? el('p', { class: 'bubble-reaction pill' }, unseen('Reaction: '), thumbs) : null,
	);
}

function content({ content: form, text, kind }) {
	const words = el('p', {}, text);
	if (kind === 'own' || form === 'text') return [words];
	if (form === 'photo') {
		const named = { role: 'img', 'aria-hidden': 'false', 'aria-label': 'Photo' };
		return [icon('picture', { class: 'picture', ...named }), words];
	}
	const wave = icon('wave', { class: 'wave' });
	return [el('p', { class: 'voice row' }, icon('play'), wave, unseen('Voice note, '), '0:07')];
}

function meta(webhook, onExplain) {
	const { kind, postedAt, state } = webhook;
	const time = el('time', { datetime: postedAt }, clock(postedAt));
	if (kind === 'own') return el('p', { class: 'bubble-meta row' }, time);
	return el(
		'p',
		{ class: 'bubble-meta row' },
		why(webhook, onExplain),
		time,
		el('span', { class: 'tick tick-word' }, TICK_WORDS[state]),
		icon(TICK_ICONS[state], { class: 'tick ticks' }),
	);
}

function why(webhook, onExplain) {
	const isRefused = webhook.state === 'delivered' && isRefusedByProvider(webhook);
	if (!isRefused && webhook.state !== 'failed') return null;
	const what = isRefused ? 'Not marked' : 'Not delivered';
	return el(
		'button',
		{
			type: 'button',
			class: 'why pill row',
			'data-tone': 'bad',
			onclick: () => onExplain(webhook),
			'aria-label': `${what}, show why: ${messageWords(webhook)}`,
		},
		icon('alert'),
		isRefused ? 'Not marked: why?' : 'Why?',
	);
}

function unseen(text) {
	return el('span', { class: 'unseen' }, text);
}
