const everything = require('../../jest.config.js');

module.exports = {
	...everything,
	rootDir: '../..',
	testMatch: ['<rootDir>/test/mutation/part.js'],
	reporters: ['default'],
};
