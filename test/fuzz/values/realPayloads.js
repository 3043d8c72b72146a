const { readdirSync, readFileSync } = require('node:fs');
const { join } = require('node:path');

const { PROVIDER_IDS, STAND_INS } = require('../../../sandbox/providers/index.mts');
const { buildWebhook } = require('../../../sandbox/webhook/sendWebhook.mts');
const { providerFile } = require('../../helpers/providerFile.js');

const CASES = join(__dirname, '../../providers');

/** The time of the documents' samples. */
const TIMESTAMP = 1_739_321_024;

exports.REAL_PAYLOADS = PROVIDER_IDS.flatMap((provider) => [
	...recorded(provider),
	...built(provider),
]);

function recorded(provider) {
	const folder = join(CASES, provider, 'webhooks');
	return readdirSync(folder).map(
		(name) => JSON.parse(readFileSync(join(folder, name), 'utf8')).payload,
	);
}

function built(provider) {
	const { layouts } = STAND_INS[provider].webhooks;
	return Object.entries(layouts).flatMap(([layout, kinds]) =>
		kinds.map(
			(kind) =>
				buildWebhook({
					provider,
					layout,
					kind,
					messageId: messageIdOf(provider, kind),
					timestamp: TIMESTAMP,
				}).payload,
		),
	);
}

/** As the provider writes them, by kind; without one the sandbox makes up a new id each time. */
function messageIdOf(provider, kind) {
	const { [kind]: ofKind, direct } = providerFile(provider, 'messageIds');
	return ofKind ?? direct;
}
