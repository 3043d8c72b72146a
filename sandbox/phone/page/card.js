import { breakable, clock, el } from './dom.js';

/** A card of the panel: who talked to whom, about what, and the rest. */
export function card({ provider, number }, kind, at, { route, what, line, rest }) {
	return el(
		'li',
		{
			class: 'card',
			'data-kind': kind,
			'data-provider': provider,
			'data-number': number,
			tabindex: -1,
		},
		el(
			'p',
			{ class: 'card-head' },
			el('span', { class: 'route' }, route),
			el('time', { datetime: at }, clock(at, 'second')),
		),
		what === null ? null : el('p', { class: 'what' }, what),
		line,
		...rest,
	);
}

/** Method, address and, once it is there, the status. */
export function requestLine(method, address, status) {
	return el(
		'p',
		{ class: 'request-line' },
		el('span', { class: 'method' }, method),
		el('span', { class: 'address' }, ...breakable(address)),
		statusChip(status),
	);
}

function statusChip(status) {
	if (status === null) return null;
	const tone = status >= 200 && status < 300 ? 'good' : 'bad';
	return el(
		'span',
		{ class: 'status', 'data-tone': tone },
		status === 0 ? 'no response' : String(status),
	);
}

/** What a response says. */
export function said(who, lines, tone) {
	return el('p', { class: 'said', 'data-tone': tone }, el('b', {}, who), lines.join('\n'));
}

/** Complete bodies, folded away. */
export function fold(title, parts) {
	return el(
		'details',
		{},
		el('summary', {}, title),
		...parts.flatMap(([name, value]) => [
			el('p', { class: 'part' }, name),
			el('pre', { tabindex: 0 }, written(value)),
		]),
	);
}

function written(value) {
	if (value === null) return '(empty)';
	return typeof value === 'string' ? value : JSON.stringify(value, null, 2);
}
