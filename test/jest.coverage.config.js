const { join } = require('node:path');

const base = require('../jest.config');
const { typesOnly } = require('./helpers/typesOnly');
const { compilerOptions } = require('../tsconfig.json');

/**
 * How much of the node and its credentials the tests run: `npx jest -c test/jest.coverage.config.js`. Fails below the thresholds.
 * The sandbox, the scripts and the end-to-end run are tools: their tests run no line of the node, and are left out.
 */
module.exports = {
	...base,
	rootDir: '..',
	testMatch: [
		'<rootDir>/test/nodes/**/*.test.{ts,mts}',
		'<rootDir>/test/providers/**/*.test.mts',
		'<rootDir>/test/credentials/**/*.test.ts',
		'<rootDir>/test/secrets.test.ts',
	],
	transform: {
		...base.transform,
		'^.+\\.ts$': ['ts-jest', { tsconfig: asWritten() }],
	},
	collectCoverage: true,
	collectCoverageFrom: [
		'nodes/**/*.ts',
		'credentials/**/*.ts',
		...typesOnly(join(__dirname, '..'), 'nodes').map((path) => `!${path}`),
	],
	coverageDirectory: '.cache/coverage',
	coverageReporters: ['text', 'text-summary', 'json-summary'],
	coverageThreshold: { global: { statements: 97, branches: 95 } },
};

/**
 * The code as it is written, not as older runtimes need it: there every `?.` and `??` becomes several branches that
 * nobody wrote. And with a map, so that the uncovered lines are those of the source.
 */
function asWritten() {
	return {
		...compilerOptions,
		target: 'es2022',
		lib: ['es2022'],
		removeComments: false,
		sourceMap: true,
		isolatedModules: true,
		types: ['node', 'jest'],
	};
}
