const base = require('../jest.config');
const { seededRun, wholeNumber } = require('./helpers/seededRun');

const MAX_SEED = 2 ** 31 - 1;

/**
 * The property tests: `npm run test:fuzz`. Random unless a run is to be repeated:
 * `FUZZ_SEED` is the seed that a run printed at its end, `FUZZ_RUNS` how often each property runs.
 * A counterexample is shown as it was found; `FUZZ_SHRINK=1` looks for a smaller one, which may take long.
 */
module.exports = {
	...base,
	rootDir: '..',
	testMatch: ['<rootDir>/test/fuzz/**/*.fuzz.ts'],
	...seededRun({
		seed: wholeNumber('FUZZ_SEED', 1 + Math.floor(Math.random() * MAX_SEED)),
		runs: wholeNumber('FUZZ_RUNS', 6_000),
		shrink: process.env.FUZZ_SHRINK === '1',
	}),
	setupFilesAfterEnv: ['<rootDir>/test/fuzz/harness/countRuns.js'],
	// Jest would leave one core idle.
	maxWorkers: '100%',
	// Only against hanging for ever: how long a property takes depends on the machine.
	testTimeout: 900_000,
};
