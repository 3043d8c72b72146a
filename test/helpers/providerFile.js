'use strict';

const { existsSync, readdirSync, readFileSync } = require('node:fs');
const { join } = require('node:path');

/** The path of a file or folder of a provider's cases; without it the tests cannot even be listed. */
function pathOfCases(provider, name) {
	const path = join('test/providers', provider, name);
	const absolute = join(__dirname, '../..', path);
	if (!existsSync(absolute)) throw new Error(`${path} is missing: see docs/adding-a-provider.md`);
	return absolute;
}

function providerFile(provider, name) {
	return JSON.parse(readFileSync(pathOfCases(provider, `${name}.json`), 'utf8'));
}

function webhookPayloads(provider) {
	return readdirSync(pathOfCases(provider, 'webhooks')).map((file) => ({
		file: `${provider}/${file}`,
		payload: providerFile(provider, `webhooks/${file.replace('.json', '')}`).payload,
	}));
}

module.exports = { pathOfCases, providerFile, webhookPayloads };
