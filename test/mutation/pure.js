const { readdirSync } = require('node:fs');
const { join, relative } = require('node:path');

/**
 * All tests of the pure parts as one file: jest prepares a world of its own for every test file, which would take
 * most of the time when thousands of mutants are tried.
 */
const TESTS = join(__dirname, '..', 'nodes', 'WhatsAppMarkRead');
const PURE = ['whatsapp', 'input', 'answers', 'meta', 'providers', 'pipeline'];

for (const folder of PURE) {
	const files = readdirSync(join(TESTS, folder), { recursive: true });
	for (const file of files.filter((name) => name.endsWith('.test.ts')).sort()) {
		const path = join(TESTS, folder, file);
		describe(relative(TESTS, path), () => void require(path));
	}
}

describe('docs', () => void require('../scripts/docs/errorCatalogue.test.mts'));
