'use strict';

/**
 * Loaded into n8n's process (`node --require`) by the load test: on SIGUSR2 it collects what is garbage, and prints how
 * much memory is left in use. Needs `--expose-gc`.
 */
const MS_BETWEEN_COLLECTIONS = 500;

process.on('SIGUSR2', () => {
	globalThis.gc();
	// What the first collection released may hold more, by finalizers that run in between.
	setTimeout(() => {
		globalThis.gc();
		const { heapUsed, rss } = process.memoryUsage();
		process.stdout.write(`\nMEMORY-IN-USE ${JSON.stringify({ heapUsed, rss })}\n`);
	}, MS_BETWEEN_COLLECTIONS);
});
