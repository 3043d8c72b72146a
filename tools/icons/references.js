'use strict';

const { existsSync, readFileSync } = require('node:fs');
const { dirname, join } = require('node:path');
const { listFiles } = require('../listFiles.js');

const ICON_REFERENCE = /['"`]file:([^'"`]+)['"`]/g;
const NAMES_ICONS = /\.(node|credentials)\.(ts|js)$/;

/**
 * Looks up the icons that nodes and credentials name as 'file:<path relative to themselves>'.
 * @param {string} root folder that holds `nodes` and `credentials`: the project or its dist
 * @returns {string[]} one line per icon that is named but not there, or whose spelling differs in case
 */
function findMissingIcons(root) {
	const faults = [];
	for (const file of listFilesNamingIcons(root)) {
		for (const [, icon] of readFileSync(join(root, file), 'utf8').matchAll(ICON_REFERENCE)) {
			const path = join(dirname(file), icon);
			if (!existsInExactCase(root, path))
				faults.push(`${file} names ${path}, which does not exist`);
		}
	}
	return faults;
}

function listFilesNamingIcons(root) {
	return ['nodes', 'credentials']
		.flatMap((folder) => listFiles(join(root, folder)).map((file) => `${folder}/${file}`))
		.filter((file) => NAMES_ICONS.test(file));
}

// macOS and Windows forgive a wrong case, the Linux machines that run n8n do not.
function existsInExactCase(root, path) {
	const folder = join(root, dirname(path));
	return existsSync(join(root, path)) && listFiles(folder).includes(path.split(/[\\/]/).pop());
}

module.exports = { findMissingIcons };
