const everything = require('../../jest.config.js');

module.exports = {
	...everything,
	rootDir: '../..',
	testMatch: ['<rootDir>/test/mutation/pure.js'],
	reporters: ['default'],
};
