const { PROVIDER_IDS, standInOf } = require('../../../tools/sandbox/providers/index.mts');
const { buildWebhook } = require('../../../tools/sandbox/webhook/sendWebhook.mts');
const { providerFile, webhookPayloads } = require('../../helpers/providerFile.js');

/** The time of the documents' samples. */
const TIMESTAMP = 1_739_321_024;

exports.REAL_PAYLOADS = PROVIDER_IDS.flatMap((provider) => [
	...webhookPayloads(provider).map(({ payload }) => payload),
	...built(provider),
]);

function built(provider) {
	const { layouts } = standInOf(provider).webhooks;
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
