'use strict';

const { existsSync, readFileSync, rmSync } = require('node:fs');
const { join } = require('node:path');
const { listFiles } = require('../listFiles.js');
const { findMissingIcons } = require('../icons/references.js');

/** What may be published, by folder of dist. Test files are rejected before that. */
const SHIPPED = {
	nodes: /(\.js|\.node\.json|\/__schema__\/.+\.json)$/,
	credentials: /\.js$/,
	icons: /^[^/]+\.svg$/,
};
const TEST_FILE = /(^|\/)(test|tests|__tests__|fixtures)\/|\.(test|spec)\.[^/]+$/;

/** tsc compiles package.json along because nodes may import it; it is not published. */
const LEFT_ALONE = new Set(['package.json']);

/** n8n-node build copies images and schemas from the whole repository; these folders have some. */
const STRAY_FOLDERS = new Set(['coverage', 'docs', 'test', 'tools']);
const STRAY_FILE = /^[^/]+\.tsbuildinfo$/;

/**
 * Removes known strays from dist, then checks that all that is left may be published and is complete.
 * @param {string} root the project's folder, with package.json and a built dist
 * @returns {{ removed: string[], faults: string[] }} what was removed, with file counts, and what is
 *   wrong, one line each
 */
function verifyDist(root) {
	const dist = join(root, 'dist');
	const removed = removeStrays(dist);
	const files = listFiles(dist);
	return {
		removed,
		faults: [
			...(files.length === 0 ? ["dist is empty: run 'npm run build'"] : []),
			...files.map(judge).filter(Boolean),
			...findMissingEntries(root),
			...findMissingIcons(dist).map((fault) => `dist/${fault}`),
		],
	};
}

function removeStrays(dist) {
	const counts = new Map();
	for (const file of listFiles(dist)) {
		const top = file.split('/')[0];
		const isStray = top === file ? STRAY_FILE.test(file) : STRAY_FOLDERS.has(top);
		if (isStray) counts.set(top, (counts.get(top) ?? 0) + 1);
	}
	for (const top of counts.keys()) rmSync(join(dist, top), { recursive: true });
	return [...counts].map(
		([top, count]) => `dist/${top} (${count} ${count === 1 ? 'file' : 'files'})`,
	);
}

function judge(file) {
	if (LEFT_ALONE.has(file)) return undefined;
	const [folder, ...rest] = file.split('/');
	if (TEST_FILE.test(file)) return `dist/${file} is a test file`;
	if (SHIPPED[folder]?.test(rest.join('/'))) return undefined;
	return `dist/${file} must not be published`;
}

function findMissingEntries(root) {
	const { n8n } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
	return [...n8n.nodes, ...n8n.credentials]
		.filter((entry) => !existsSync(join(root, entry)))
		.map((entry) => `package.json lists ${entry}, which was not built`);
}

module.exports = { verifyDist };
