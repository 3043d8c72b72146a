const { tmpdir } = require('node:os');
const { join } = require('node:path');

const base = require('../jest.config');

const MAX_SEED = 2 ** 31 - 1;

const seed = wholeNumber('FUZZ_SEED', 1 + Math.floor(Math.random() * MAX_SEED));
const runs = wholeNumber('FUZZ_RUNS', 6_000);
// The properties run in processes of their own, and tell the reporter by a file how often they ran.
const counts = join(tmpdir(), `fuzz-runs-${process.pid}-${seed}`);

/**
 * The property tests: `npm run test:fuzz`. Random unless a run is to be repeated:
 * `FUZZ_SEED` is the seed that a run printed at its end, `FUZZ_RUNS` how often each property runs.
 * A counterexample is shown as it was found; `FUZZ_SHRINK=1` looks for a smaller one, which may take long.
 */
module.exports = {
	...base,
	rootDir: '..',
	testMatch: ['<rootDir>/test/fuzz/**/*.fuzz.ts'],
	globals: { FUZZ: { seed, runs, shrink: process.env.FUZZ_SHRINK === '1', counts } },
	setupFilesAfterEnv: ['<rootDir>/test/fuzz/harness/countRuns.js'],
	reporters: ['default', ['<rootDir>/test/fuzz/harness/RunsReporter.js', { seed, counts }]],
	// Jest would leave one core idle.
	maxWorkers: '100%',
	// Only against hanging for ever: how long a property takes depends on the machine.
	testTimeout: 900_000,
};

function wholeNumber(name, otherwise) {
	const given = process.env[name];
	if (given === undefined || given === '') return otherwise;
	if (/^\d{1,10}$/.test(given) && Number(given) > 0) return Number(given);
	throw new Error(`${name} is "${given}", but should be a whole number above 0`);
}
