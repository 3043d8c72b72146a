'use strict';

const { CREDENTIAL_TYPES } = require('../../tools/credentialTypes.js');
const { providerFile } = require('./providerFile.js');

function credentialOf(provider) {
	const type = CREDENTIAL_TYPES.get(provider);
	if (type === undefined) throw new TypeError(`No provider of the registry is called ${provider}`);
	return { type, data: providerFile(provider, 'credential') };
}

module.exports = { credentialOf };
