const { tmpdir } = require('node:os');
const { join } = require('node:path');

/** A setting of a run by the environment, as in `FUZZ_SEED=7`. */
exports.wholeNumber = (name, otherwise) => {
	const given = process.env[name];
	if (given === undefined || given === '') return otherwise;
	if (/^\d{1,10}$/.test(given) && Number(given) > 0) return Number(given);
	throw new Error(`${name} is "${given}", but should be a whole number above 0`);
};

/** What Jest's configuration needs so that tests find their seed as `RUN.seed`, and it is printed at the end. */
exports.seededRun = (settings) => {
	const { seed } = settings;
	// Tests may run in processes of their own, and tell the reporter by a file what they counted.
	const counts = join(tmpdir(), `counts-${process.pid}-${seed}`);
	return {
		globals: { RUN: { ...settings, counts } },
		reporters: ['default', ['<rootDir>/test/helpers/SummaryReporter.js', { seed, counts }]],
	};
};
