const base = require('../jest.config');
const { seededRun, wholeNumber } = require('./helpers/seededRun');

// A proxy would answer for the addresses where nobody does.
for (const name of ['HTTP_PROXY', 'HTTPS_PROXY', 'ALL_PROXY']) {
	delete process.env[name];
	delete process.env[name.toLowerCase()];
}

const seed = wholeNumber('FAULTS_SEED', 1 + Math.floor(Math.random() * 999_999));

/**
 * The node against a sandbox that fails: `npm run test:faults`. Which calls are struck while thousands of messages are
 * marked is random, unless a run is to be repeated: `FAULTS_SEED` is the seed that it printed at its end.
 * Nothing leaves this machine, except for one name that does not exist.
 */
module.exports = {
	...base,
	rootDir: '..',
	testMatch: ['<rootDir>/test/faults/**/*.faults.mts'],
	...seededRun({ seed }),
	// Some faults are about time or memory: no other file's tests may run meanwhile.
	maxWorkers: 1,
	maxConcurrency: 8,
	// Only against hanging for ever: each execution has a limit of its own.
	testTimeout: 300_000,
};
