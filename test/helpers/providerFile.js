'use strict';

const { readFileSync } = require('node:fs');
const { join } = require('node:path');

function providerFile(provider, name) {
	const file = join(__dirname, '../providers', provider, `${name}.json`);
	return JSON.parse(readFileSync(file, 'utf8'));
}

module.exports = { providerFile };
