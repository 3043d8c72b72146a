/** `npm run test:mutation`; what follows `--` goes to Stryker: `--mutate 'nodes/WhatsAppMarkRead/input/**'`, `--incremental`. */
export default {
	testRunner: 'jest',
	jest: { configFile: 'test/mutation/jest.config.js', enableFindRelatedTests: false },
	coverageAnalysis: 'perTest',
	mutate: ['nodes/**/*.ts'],
	thresholds: { high: 95, low: 90, break: 90 },
	ignorePatterns: ['/dist', '/.cache', '/docs/images', '/test/faults', '/test/fuzz'],
	tempDirName: '.cache/stryker',
	cleanTempDir: 'always',
	reporters: ['json', 'clear-text', 'progress-append-only'],
	jsonReporter: { fileName: '.cache/mutation/report.json' },
	clearTextReporter: { allowColor: false, allowEmojis: false, logTests: false, reportTests: false },
	incrementalFile: '.cache/mutation/incremental.json',
	concurrency: 2,
	// A mutant that never ends is killed by time; a busy machine must not look like one.
	timeoutMS: 20_000,
};
