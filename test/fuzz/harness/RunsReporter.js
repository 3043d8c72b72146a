const { readFileSync, rmSync, writeFileSync } = require('node:fs');

/** Ends a run with one plain line: the seed to repeat it, how often properties ran, and what came of it. */
module.exports = class RunsReporter {
	/** @param options `counts`: the file to which each property adds a line with its number of runs */
	constructor(_config, { seed, counts }) {
		this.seed = seed;
		this.counts = counts;
	}

	onRunStart() {
		writeFileSync(this.counts, '');
	}

	onRunComplete(_contexts, { numFailedTests, numFailedTestSuites }) {
		const lines = readFileSync(this.counts, 'utf8').split('\n');
		rmSync(this.counts);
		const runs = lines.reduce((sum, line) => sum + Number(line), 0);
		const line = `seed ${this.seed}: ${runs.toLocaleString('en-US')} property runs, ${verdict(numFailedTests, numFailedTestSuites)}`;
		// Jest's own summary comes after every reporter.
		process.once('exit', () => process.stdout.write(`${line}\n`));
	}
};

function verdict(failed, failedFiles) {
	if (failed > 0)
		return `${failed} ${failed === 1 ? 'property' : 'properties'} with a counterexample`;
	return failedFiles > 0 ? `${failedFiles} files that did not run` : 'no counterexample';
}
