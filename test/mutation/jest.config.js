const everything = require('../../jest.config.js');

module.exports = {
	...everything,
	rootDir: '../..',
	testMatch: ['<rootDir>/test/mutation/together.js'],
	reporters: ['default'],
};
