'use strict';

const { optimize } = require('svgo');

const MAX_BYTES = 4096;

/** Shapes and what groups or cuts them. Scripts, styles, images, text and animation stay out. */
const ELEMENTS = new Set(
	'svg g defs mask clipPath path circle ellipse rect line polyline polygon'.split(' '),
);

/**
 * Checks one icon file against what n8n's editor can show safely and sharply.
 * @param {string} svg the icon's text
 * @returns {string[]} what is wrong with it, one sentence part each; empty for a good icon
 */
function findFaults(svg) {
	const faults = [];
	const size = Buffer.byteLength(svg);
	if (size > MAX_BYTES) faults.push(`is ${size} bytes, at most ${MAX_BYTES} are allowed`);
	if (/<!DOCTYPE|<!ENTITY|<\?xml-stylesheet/i.test(svg)) faults.push('declares a document type');

	const inspect = {
		name: 'inspect',
		fn: () => ({
			element: {
				enter(element, parent) {
					if (parent.type === 'root') faults.push(...findFrameFaults(element));
					faults.push(...findElementFaults(element));
				},
			},
		}),
	};
	try {
		optimize(svg, { plugins: [inspect] });
	} catch (cause) {
		faults.push(`is not valid SVG: ${cause.reason ?? cause.message}`);
	}
	return [...new Set(faults)];
}

function findFrameFaults({ name, attributes }) {
	if (name !== 'svg') return [`starts with <${name}>, not <svg>`];
	const [x, y, width, height] = (attributes.viewBox ?? '').split(/[\s,]+/).map(Number);
	const square = x === 0 && y === 0 && width > 0 && width === height;
	const faults = square
		? []
		: [`needs a square viewBox from 0 0, has '${attributes.viewBox ?? ''}'`];
	if (attributes.width !== attributes.height) faults.push('has unequal width and height');
	return faults;
}

function findElementFaults({ name, attributes }) {
	const faults = ELEMENTS.has(name) ? [] : [`contains <${name}>`];
	for (const [attribute, value] of Object.entries(attributes)) {
		if (/^on/i.test(attribute)) faults.push(`has an event handler (${attribute})`);
		if (pointsOutside(attribute, value)) faults.push(`refers to something outside (${attribute})`);
		if (value.includes('var(--')) faults.push(`has an unpainted colour (${attribute})`);
	}
	return faults;
}

function pointsOutside(attribute, value) {
	const isLink = /^(xlink:)?(href|src)$/i.test(attribute);
	return (isLink && !value.startsWith('#')) || /url\(\s*['"]?(?!#)/i.test(value);
}

module.exports = { findFaults };
