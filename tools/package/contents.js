'use strict';

const { execSync } = require('node:child_process');
const { readFileSync } = require('node:fs');
const { join } = require('node:path');
const { findMissingIcons } = require('../icons/references.js');

const MAX_PACKED_BYTES = 100_000;

const PAPERS = ['README.md', 'LICENSE', 'CHANGELOG.md', 'package.json'];

const BUILT =
	/^dist\/(nodes\/.+(\.js|\.node\.json|\/__schema__\/.+\.json)|credentials\/.+\.js|icons\/[^/]+\.svg)$/;

const TEST_FILE = /(^|\/)(test|tests|__tests__|fixtures)\/|\.(test|spec)\.[^/]+$/;

/**
 * Checks that npm would publish the built package and its papers, all of it, nothing else, and not much of it.
 * @param {string} root the project's folder, with package.json and a built dist
 * @returns {string[]} what is wrong, one line each
 */
function findContentFaults(root) {
	const [{ size, files }] = JSON.parse(
		execSync('npm pack --dry-run --json --ignore-scripts', { cwd: root, stdio: 'pipe' }),
	);
	const { n8n } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
	const paths = files.map(({ path }) => path);
	const required = [...PAPERS, ...n8n.nodes, ...n8n.credentials];
	const isWanted = (path) => PAPERS.includes(path) || (BUILT.test(path) && !TEST_FILE.test(path));
	return [
		...paths.filter((path) => !isWanted(path)).map((path) => `${path} must not be published`),
		...required.filter((path) => !paths.includes(path)).map((path) => `${path} is missing`),
		...(size < MAX_PACKED_BYTES ? [] : [`${size} bytes are more than ${MAX_PACKED_BYTES}`]),
		...findMissingIcons(join(root, 'dist')).map((fault) => `dist/${fault}`),
	];
}

module.exports = { findContentFaults };
