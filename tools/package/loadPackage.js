'use strict';

/**
 * Loads a built package's node and credentials the way n8n does, in a process of its own where
 * `n8n-workflow` is loaded already, and prints what that took: `{"ms": …, "heapMb": …}`.
 * Usage: node --expose-gc loadPackage.js <folder of the package>
 */
const { join } = require('node:path');

const [, , folder] = process.argv;
const { n8n } = require(join(folder, 'package.json'));
require(require.resolve('n8n-workflow', { paths: [folder] }));

const heapBefore = heapInUse();
const startedAt = performance.now();
const loaded = [...n8n.nodes, ...n8n.credentials].flatMap((entry) =>
	Object.values(require(join(folder, entry))).map((Type) => new Type()),
);
const ms = performance.now() - startedAt;
const heapMb = (heapInUse() - heapBefore) / 2 ** 20;

process.stdout.write(JSON.stringify({ types: loaded.length, ms, heapMb }));

function heapInUse() {
	globalThis.gc();
	return process.memoryUsage().heapUsed;
}
