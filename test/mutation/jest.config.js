const everything = require('../../jest.config.js');

module.exports = {
	...everything,
	rootDir: '../..',
	testEnvironment: require.resolve('./StopAtFirstFailure.js'),
	testMatch: ['<rootDir>/test/mutation/together.js'],
	reporters: ['default'],
};
