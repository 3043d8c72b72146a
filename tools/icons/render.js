'use strict';

const { basename } = require('node:path');
const { optimize } = require('svgo');
const palette = require('./palette.js');

/** File name endings of the themed icons, as n8n's `{ light, dark }` icon property names them. */
const ENDINGS = { light: '.svg', dark: '.dark.svg' };

/**
 * Draws a master in both themes.
 * @param {string} masterPath path of a master drawing; its base name becomes the icon's name
 * @param {string} drawing the master's SVG text, colours written as var(--token)
 * @returns {{ fileName: string, svg: string }[]} the light icon, then the dark one, optimised
 * @throws {Error} naming the master, when it asks for a colour the palette lacks or is not SVG
 */
function renderMaster(masterPath, drawing) {
	const name = basename(masterPath, '.svg');
	return Object.entries(ENDINGS).map(([theme, ending]) => ({
		fileName: `${name}${ending}`,
		svg: optimise(name, paint(name, drawing, theme)),
	}));
}

function paint(name, drawing, theme) {
	return drawing.replace(/var\(--([^)]*)\)/g, (_, token) => {
		const colour = palette[theme][token];
		if (!colour) throw new Error(`Master ${name}: no colour '${token}' in the ${theme} palette`);
		return colour;
	});
}

function optimise(name, svg) {
	try {
		return `${optimize(svg, { multipass: true, floatPrecision: 2 }).data}\n`;
	} catch (cause) {
		throw new Error(`Master ${name} is not valid SVG: ${cause.reason ?? cause.message}`, { cause });
	}
}

module.exports = { renderMaster };
