const { readdirSync, readFileSync } = require('node:fs');
const { join } = require('node:path');

const { PROVIDER_IDS, STAND_INS } = require('../../../sandbox/providers/index.mts');
const { buildWebhook } = require('../../../sandbox/webhook/sendWebhook.mts');

const CASES = join(__dirname, '../../providers');

/** The time of the documents' samples. */
const TIMESTAMP = 1_739_321_024;

const WAWP_IDS = {
	group: 'false_120363123456789@g.us_AAAA_11111111111@c.us',
	own: 'true_11111111111@c.us_AAAA',
	status: 'true_11111111111@c.us_AAAA',
};

exports.REAL_PAYLOADS = Object.keys(PROVIDERS).flatMap((provider) => [
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

/** Without one the sandbox makes up a new id each time. */
function messageIdOf(provider, kind) {
	switch (provider) {
		case 'ryze':
			return '3EB08FCF27E532F1B0F5';
		case 'wawp':
			return WAWP_IDS[kind] ?? 'false_11111111111@c.us_AAAA';
		default:
			return 'wamid.HBgLMTY1MDM4Nzk0MzkVAgARGBJDQjZCMzlEQUE4OTJBMTE4RTUA';
	}
}
