/** Jest runs everything as CommonJS: the node (`.ts`) and the tools for Node itself (`.mts`). */
module.exports = {
	testEnvironment: 'node',
	testMatch: ['<rootDir>/test/**/*.test.ts', '<rootDir>/test/**/*.test.mts'],
	modulePathIgnorePatterns: ['<rootDir>/dist/', '<rootDir>/.cache/'],
	moduleFileExtensions: ['ts', 'mts', 'js', 'mjs', 'cjs', 'json', 'node'],
	transform: {
		'^.+\\.ts$': ['ts-jest', { tsconfig: 'test/tsconfig.json' }],
		'^.+\\.mts$': '<rootDir>/test/helpers/transformMts.js',
	},
	reporters: ['default', '<rootDir>/test/helpers/closingLineReporter.js'],
	testTimeout: 20_000,
};
