const { join } = require('node:path');

const { listFiles } = require('../../tools/listFiles.js');

/**
 * All tests of the node as one file: Jest prepares a world of its own for every test file, which would take most of the
 * time when thousands of mutants are tried.
 */
const TESTS = join(__dirname, '..');

/** n8n reads the setting it tests when the first call is made. */
const NEEDS_OWN_WORLD = 'nodes/WhatsAppMarkRead/n8n/ssrfProtection.test.mts';

/** Its timer is shared by all that the node waits for, and must not be at work yet. */
const FIRST = 'nodes/WhatsAppMarkRead/n8n/deadlines.test.ts';

// Backwards, since what reads plain data ends sooner than what runs in n8n's engine.
const others = ['tools/docs', 'nodes', 'providers']
	.flatMap((folder) => listFiles(join(TESTS, folder)).map((path) => `${folder}/${path}`))
	.filter((path) => /\.test\.m?ts$/.test(path) && path !== FIRST && path !== NEEDS_OWN_WORLD)
	.reverse();

for (const test of [FIRST, ...others]) describe(test, () => void require(join(TESTS, test)));
