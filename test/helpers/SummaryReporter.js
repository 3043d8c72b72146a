const { readFileSync, rmSync, writeFileSync } = require('node:fs');

/** Ends a run with one plain line: the seed to repeat it, and the sums of what its tests have counted. */
module.exports = class SummaryReporter {
	/** @param options `counts`: the file to which tests add lines of JSON, as in `{"runs":100}` */
	constructor(_config, { seed, counts }) {
		this.seed = seed;
		this.counts = counts;
	}

	onRunStart() {
		writeFileSync(this.counts, '');
	}

	onRunComplete() {
		const sums = {};
		for (const line of readFileSync(this.counts, 'utf8').trim().split('\n')) {
			for (const [name, count] of Object.entries(JSON.parse(line || '{}'))) {
				sums[name] = (sums[name] ?? 0) + count;
			}
		}
		rmSync(this.counts);
		const counted = Object.entries(sums).map(
			([name, count]) => `${count.toLocaleString('en-US')} ${name}`,
		);
		// Jest's own summary comes after every reporter.
		process.once('exit', () => process.stdout.write(`seed ${this.seed}: ${counted.join(', ')}\n`));
	}
};
