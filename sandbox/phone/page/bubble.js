import { clock, el, icon } from './dom.js';
import { isRefusedByProvider, messageWords, TICK_WORDS } from './words.js';

/**
 * Draws one message of a chat, or the business's reply.
 *
 * @param {object} webhook
 * @param {object} view
 * @param {'sent'|'delivered'|'read'|'failed'} view.tickState
 * @param {string|null} view.author the author's name, in groups
 * @param {number} view.reactions how many reactions it got
 * @param {(webhook: object) => void} view.onExplain shows n8n's response
 */
export function bubble(webhook, { tickState, author, reactions, onExplain }) {
	const isOwn = webhook.kind === 'own';
	return el(
		'li',
		{
			class: `bubble ${isOwn ? 'bubble-business' : 'bubble-customer'}`,
			'data-number': webhook.number,
			'data-state': isOwn ? null : tickState,
		},
		author ? el('p', { class: 'bubble-author' }, author) : null,
		...content(webhook),
		meta(webhook, isOwn ? null : tickState, onExplain),
		reactions > 0
			? el(
					'p',
					{ class: 'bubble-reaction' },
					el('span', { class: 'unseen' }, 'Reaction: '),
					reactions > 1 ? `👍 ${reactions}` : '👍',
				)
			: null,
	);
}

function content({ content: kind, text, kind: event }) {
	if (event !== 'own' && kind === 'photo') {
		return [
			icon('picture', {
				class: 'picture',
				role: 'img',
				'aria-hidden': 'false',
				'aria-label': 'Photo',
			}),
			el('p', { class: 'bubble-text' }, text),
		];
	}
	if (event !== 'own' && kind === 'voice') {
		return [
			el(
				'p',
				{ class: 'voice' },
				icon('play'),
				icon('wave', { class: 'wave' }),
				el('span', { class: 'unseen' }, 'Voice note, '),
				'0:07',
			),
		];
	}
	return [el('p', { class: 'bubble-text' }, text)];
}

function meta(webhook, tickState, onExplain) {
	const time = el('time', { datetime: webhook.postedAt }, clock(webhook.postedAt));
	if (tickState === null) return el('p', { class: 'bubble-meta' }, time);
	const isRefused = tickState === 'delivered' && isRefusedByProvider(webhook);
	return el(
		'p',
		{ class: 'bubble-meta' },
		isRefused || tickState === 'failed'
			? el(
					'button',
					{
						type: 'button',
						class: 'why',
						onclick: () => onExplain(webhook),
						'aria-label': `${isRefused ? 'Not marked' : 'Not delivered'}, show why: ${messageWords(webhook)}`,
					},
					icon('alert'),
					isRefused ? 'Not marked: why?' : 'Why?',
				)
			: null,
		el(
			'span',
			{ class: 'stamp' },
			time,
			el('span', { class: 'tick-word' }, TICK_WORDS[tickState]),
			icon(tickIcon(tickState), { class: 'ticks', 'data-state': tickState }),
		),
	);
}

function tickIcon(tickState) {
	if (tickState === 'failed') return 'alert';
	return tickState === 'sent' ? 'tick' : 'ticks';
}
