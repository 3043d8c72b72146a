'use strict';

/**
 * Every colour an icon may use, by what it paints, for n8n's light and dark theme.
 * Masters name them as var(--token), so a drawing exists once and its themes cannot drift apart.
 */
module.exports = {
	light: {
		bubble: '#e3fbe6',
		outline: '#1fa855',
		tick: '#0a95ee',
		glyph: '#ffffff',
		cloud: '#3467e0',
		plane: '#0b8a83',
		sunrise: '#e8590c',
		wave: '#7a3fe0',
		steps: '#c2255c',
		rack: '#2b6a4d',
		turn: '#8a5a00',
		capsule: '#4a6b12',
		phones: '#5b5f77',
		prompt: '#475569',
		arrows: '#5c3d99',
		leaf: '#12805c',
		gate: '#475569',
		bolt: '#0f6d8c',
	},
	dark: {
		bubble: '#0b4a35',
		outline: '#2fcb71',
		tick: '#5ac8fa',
		glyph: '#ffffff',
		cloud: '#5482f5',
		plane: '#12a39a',
		sunrise: '#f76b1c',
		wave: '#9461f2',
		steps: '#e64980',
		rack: '#3f9a70',
		turn: '#c08417',
		capsule: '#6f9a24',
		phones: '#8488a3',
		prompt: '#7a8ba3',
		arrows: '#8a6ad0',
		leaf: '#1fae80',
		gate: '#7787a0',
		bolt: '#2596b8',
	},
};
