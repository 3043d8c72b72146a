const everything = require('../../jest.config.js');

module.exports = {
	...everything,
	rootDir: '../..',
	testEnvironment: '<rootDir>/test/mutation/StopAtFirstFailure.js',
	testMatch: ['<rootDir>/test/mutation/together.js'],
	reporters: ['default'],
};
