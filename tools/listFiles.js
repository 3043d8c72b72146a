'use strict';

const { existsSync, readdirSync } = require('node:fs');
const { join, relative, sep } = require('node:path');

/**
 * Every file below a folder.
 * @param {string} folder a folder, which may be missing
 * @returns {string[]} paths relative to the folder with forward slashes, sorted; empty if missing
 */
function listFiles(folder) {
	if (!existsSync(folder)) return [];
	return readdirSync(folder, { recursive: true, withFileTypes: true })
		.filter((entry) => !entry.isDirectory())
		.map((entry) => relative(folder, join(entry.parentPath ?? entry.path, entry.name)))
		.map((path) => path.split(sep).join('/'))
		.sort();
}

module.exports = { listFiles };
