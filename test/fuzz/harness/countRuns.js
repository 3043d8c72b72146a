const { appendFileSync } = require('node:fs');

const fc = require('fast-check');

const { seed, runs, shrink, counts } = globalThis.RUN;

/** Every property runs equally often, from the same seed, and its runs are counted. */
fc.configureGlobal({
	seed,
	numRuns: runs,
	endOnFailure: !shrink,
	reporter: (details) => {
		appendFileSync(counts, `${JSON.stringify({ 'property runs': details.numRuns })}\n`);
		if (!details.failed) return;
		throw new Error(fc.defaultReportMessage(details), { cause: details.errorInstance });
	},
});
