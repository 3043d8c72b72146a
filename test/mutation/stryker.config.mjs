import parts from './parts.json' with { type: 'json' };

const part = process.env.MUTATION_PART;

/** Settings of one part's run; `run.mts` sets the part. */
export default {
	testRunner: 'jest',
	jest: { configFile: 'test/mutation/jest.config.js', enableFindRelatedTests: false },
	coverageAnalysis: 'perTest',
	mutate: parts[part].code.map((pattern) => `nodes/WhatsAppMarkRead/${pattern}`),
	ignorePatterns: [
		'/dist',
		'/.cache',
		'/docs/images',
		'/test/e2e/*',
		'!/test/e2e/providers',
		'/test/faults',
		'/test/fuzz',
	],
	tempDirName: `.cache/stryker-${part}`,
	cleanTempDir: 'always',
	reporters: ['json', 'clear-text', 'progress-append-only'],
	jsonReporter: { fileName: `.cache/mutation/${part}.json` },
	clearTextReporter: { allowColor: false, allowEmojis: false, logTests: false, reportTests: false },
	incremental: true,
	incrementalFile: `.cache/mutation/${part}.incremental.json`,
	concurrency: 2,
	// A mutant that never ends is killed by time; a busy machine must not look like one.
	timeoutMS: 20_000,
};
