/** Ends a test run with one plain line, `N passed, N failed`, that any tool can read. */
module.exports = class ClosingLineReporter {
	onRunComplete(_contexts, { numPassedTests, numFailedTests, numPendingTests, numTodoTests }) {
		const skipped = numPendingTests + numTodoTests;
		const notRun = skipped > 0 ? `, ${skipped} skipped` : '';
		process.stdout.write(`\n${numPassedTests} passed, ${numFailedTests} failed${notRun}\n`);
	}
};
