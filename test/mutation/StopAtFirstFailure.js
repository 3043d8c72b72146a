const { TestEnvironment } = require('jest-environment-node');

/** One failed test is enough to notice a mutant; Jest itself stops at the end of a file only. */
module.exports = class StopAtFirstFailure extends TestEnvironment {
	#hasFailed = false;

	handleTestEvent({ name, test }) {
		if (name === 'test_fn_failure' || name === 'hook_failure') this.#hasFailed = true;
		if (name === 'test_start' && this.#hasFailed) test.mode = 'skip';
	}
};
