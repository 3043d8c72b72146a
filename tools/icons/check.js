'use strict';

const { readFileSync } = require('node:fs');
const { join } = require('node:path');
const { listFiles } = require('../listFiles.js');
const { findMissingIcons } = require('./references.js');
const { renderMaster } = require('./render.js');
const { findFaults } = require('./rules.js');

/** Masters live outside `icons/`, because all of that folder ships. */
const MASTERS = 'tools/icons/masters';
const ICONS = 'icons';

/**
 * Checks the icons in the source tree: each master has its two up to date icons, nothing else lies
 * in the folder, every icon obeys the rules, and every icon the code names is there.
 * @param {string} root the project's folder
 * @returns {string[]} what is wrong, one line each; empty when all is well
 */
function checkIcons(root) {
	const onDisk = new Map(
		listFiles(join(root, ICONS)).map((name) => [name, readText(join(root, ICONS, name))]),
	);
	const masters = listFiles(join(root, MASTERS)).filter((name) => name.endsWith('.svg'));
	const rendered = masters.flatMap((name) =>
		renderMaster(name, readText(join(root, MASTERS, name))),
	);
	return [
		...(masters.length === 0 ? [`${MASTERS} holds no drawings`] : []),
		...findOutdated(onDisk, rendered),
		...findBroken(onDisk),
		...findMissingIcons(root),
	];
}

function findOutdated(onDisk, rendered) {
	const faults = [];
	for (const { fileName, svg } of rendered) {
		if (!onDisk.has(fileName))
			faults.push(`${ICONS}/${fileName} is missing: run 'npm run generate'`);
		else if (onDisk.get(fileName) !== svg)
			faults.push(`${ICONS}/${fileName} differs from its master: run 'npm run generate'`);
	}
	const expected = new Set(rendered.map(({ fileName }) => fileName));
	for (const fileName of onDisk.keys())
		if (!expected.has(fileName)) faults.push(`${ICONS}/${fileName} has no master in ${MASTERS}`);
	return faults;
}

function findBroken(onDisk) {
	const faults = [];
	for (const [fileName, svg] of onDisk) {
		faults.push(...findFaults(svg).map((fault) => `${ICONS}/${fileName} ${fault}`));
		const dark = fileName.replace(/\.svg$/, '.dark.svg');
		if (onDisk.get(dark) === svg) faults.push(`${ICONS}/${dark} equals its light icon`);
	}
	return faults;
}

function readText(path) {
	return readFileSync(path, 'utf8').replaceAll('\r\n', '\n');
}

module.exports = { MASTERS, ICONS, checkIcons };
