/**
 * Makes an element. Texts become text nodes, never markup.
 *
 * @param {string} tag
 * @param {Record<string, unknown>} [attributes] `on…` are listeners; `false` and `null` are left out
 * @param {...(Node|string|null)} children
 */
export function el(tag, attributes = {}, ...children) {
	const element = document.createElement(tag);
	for (const [name, value] of Object.entries(attributes)) {
		if (value === false || value === null || value === undefined) continue;
		if (name.startsWith('on')) element.addEventListener(name.slice(2), value);
		else element.setAttribute(name, value === true ? '' : String(value));
	}
	element.append(...children.filter((child) => child !== null));
	return element;
}

/** A drawing of the page's own set; without words, which stand beside it. */
export function icon(name, attributes = {}) {
	const namespace = 'http://www.w3.org/2000/svg';
	const svg = document.createElementNS(namespace, 'svg');
	for (const [attribute, value] of Object.entries({ 'aria-hidden': 'true', ...attributes })) {
		svg.setAttribute(attribute, value);
	}
	const use = document.createElementNS(namespace, 'use');
	use.setAttribute('href', `#i-${name}`);
	svg.append(use);
	return svg;
}

/**
 * Fills a list. An element with the same key stays where it is, so that focus and what is open stay.
 *
 * @param {Element} list
 * @param {{key: string, draw: () => Element}[]} items
 */
export function fill(list, items) {
	const drawn = new Map([...list.children].map((child) => [child.dataset.key, child]));
	const wanted = items.map(({ key, draw }) => {
		const element = drawn.get(key) ?? draw();
		element.dataset.key = key;
		return element;
	});
	const kept = new Set(wanted);
	for (const child of drawn.values()) if (!kept.has(child)) child.remove();
	wanted.forEach((element, index) => {
		if (list.children[index] !== element) list.insertBefore(element, list.children[index] ?? null);
	});
}

/** A text that may break after each slash. */
export function breakable(address) {
	return address.split(/(?<=\/)/).flatMap((part) => [part, document.createElement('wbr')]);
}

/** `14:05`, or to the second `14:05:09`. */
export function clock(iso, precision = 'minute') {
	const digits = { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' };
	const seconds = precision === 'second' ? { second: '2-digit' } : {};
	return new Date(iso).toLocaleTimeString([], { ...digits, ...seconds });
}
