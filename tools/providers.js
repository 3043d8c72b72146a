'use strict';

const { existsSync } = require('node:fs');
const { join } = require('node:path');

const { PROVIDERS } = require('../nodes/WhatsAppMarkRead/providers/index.ts');

const PROVIDER_IDS = PROVIDERS.map(({ id }) => id);

const ROOT = join(__dirname, '..');

function providerOf(id) {
	return known(
		id,
		PROVIDERS.find((provider) => provider.id === id),
	);
}

function ofEachProvider(folder, name) {
	const parts = new Map(
		PROVIDERS.map(({ id }) => [id, partOf(join(folder, id, 'index.mts'), name)]),
	);
	return (id) => known(id, parts.get(id));
}

function partOf(file, name) {
	const path = join(ROOT, file);
	const part = existsSync(path) ? require(path)[name] : undefined;
	if (part === undefined) {
		throw new Error(`A provider of the registry needs ${file}, which exports "${name}"`);
	}
	return part;
}

function known(id, found) {
	if (found === undefined) throw new RangeError(`No provider in the registry has the id "${id}"`);
	return found;
}

// Names alone: an ES module finds no others in a CommonJS one.
module.exports = { PROVIDER_IDS, providerOf, ofEachProvider };
