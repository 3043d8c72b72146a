const { readdirSync, statSync } = require('node:fs');
const { join, relative } = require('node:path');

const PARTS = require('./parts.json');

/**
 * All tests of one part as one file: jest prepares a world of its own for every test file, which would take most of
 * the time when thousands of mutants are tried. The part is named by the environment, since Stryker starts jest.
 */
const TESTS = join(__dirname, '..', 'nodes', 'WhatsAppMarkRead');

const part = PARTS[process.env.MUTATION_PART];
if (!part) throw new Error(`MUTATION_PART names no part: ${process.env.MUTATION_PART}`);

const ownWorld = part.needsOwnWorld ?? [];

for (const place of part.tests) {
	for (const file of testFilesAt(join(TESTS, place))) {
		if (ownWorld.includes(relative(TESTS, file))) continue;
		describe(relative(TESTS, file), () => void require(file));
	}
}

function testFilesAt(path) {
	if (statSync(path).isFile()) return [path];
	return readdirSync(path, { recursive: true })
		.filter((name) => /\.test\.m?ts$/.test(name))
		.sort()
		.map((name) => join(path, name));
}
