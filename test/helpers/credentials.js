'use strict';

const { readFileSync } = require('node:fs');
const { join } = require('node:path');

const { CREDENTIAL_TYPES } = require('../../scripts/credentialTypes.js');

function credentialOf(provider) {
	const type = CREDENTIAL_TYPES.get(provider);
	if (type === undefined) throw new TypeError(`No provider of the registry is called ${provider}`);
	const file = join(__dirname, '../providers', provider, 'credential.json');
	return { type, data: JSON.parse(readFileSync(file, 'utf8')) };
}

module.exports = { credentialOf };
