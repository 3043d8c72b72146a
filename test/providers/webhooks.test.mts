import type { JsonObject } from '../../nodes/WhatsAppMarkRead/input/untrustedJson.ts';
import { readPayload } from '../../nodes/WhatsAppMarkRead/pipeline/payload.ts';
import { PROVIDERS } from '../../nodes/WhatsAppMarkRead/providers/index.ts';
import { messagesOf, skippedOf, webhookFiles, webhooksOf } from '../helpers/providerCases.mts';
import { refusalOf } from '../helpers/refusalOf.ts';
import { webhookItem } from '../helpers/webhookItem.ts';

describe.each(PROVIDERS)('A webhook of $displayName', (provider) => {
	const webhooks = webhooksOf(provider.id);
	const read = provider.readWebhook;

	it.each(webhooks)('$says', ({ payload, expected }) => {
		if (expected === null || !('error' in expected)) return expect(read(payload)).toEqual(expected);

		const { error, advice } = expected;
		const callError = refusalOf(() => read(payload));
		expect(callError?.message).toBe(error);
		if (advice !== undefined) expect(callError?.advice).toBe(advice);
	});

	it.each<[string, (payload: JsonObject) => JsonObject]>([
		['behind a Webhook node', webhookItem],
		['behind a Webhook node, as JSON text', (payload) => ({ body: JSON.stringify(payload) })],
		['as the item itself', (payload) => payload],
		['handed on under "payload"', (payload) => ({ payload })],
		['handed on under "data"', (payload) => ({ data: payload })],
		['handed on under "data", as JSON text', (payload) => ({ data: JSON.stringify(payload) })],
	])('is found %s', (_where, asItem) => {
		const files = webhookFiles(provider.id).filter(
			({ expected }) => messagesOf(expected).length > 0,
		);

		for (const { payload, expected } of files) {
			expect(readPayload(asItem(payload), provider, PROVIDERS)).toEqual(expected);
		}
		expect(files).not.toEqual([]);
	});

	it('never gives a secret that it carries', () => {
		const readings = webhooks
			.filter(({ expected }) => expected === null || !('error' in expected))
			.map(({ payload }) => read(payload));

		expect(JSON.stringify(readings)).not.toContain('dummy-');
	});

	it('of another event is repeated in a few words, however long its name', () => {
		const said = longNamed(provider);

		expect(said.filter((text) => !text.includes('…') || text.length >= 80)).toEqual([]);
	});
});

/** What is said of the provider's events without a message when their names go on for 50,000 characters. */
function longNamed(provider: (typeof PROVIDERS)[number]): readonly string[] {
	return webhooksOf(provider.id).flatMap(({ payload, expected }) => {
		const [reason = ''] = skippedOf(expected);
		const name = /^an event (?:of )?"?([^"]+)"?$/.exec(reason)?.[1];
		const text = JSON.stringify(payload);
		if (name === undefined || !text.includes(`"${name}"`)) return [];
		const long = text.replaceAll(`"${name}"`, `"${name}.${'x'.repeat(50_000)}"`);
		return skippedOf(provider.readWebhook(JSON.parse(long) as JsonObject));
	});
}

describe('The long name of an event', () => {
	it('is met at every provider that is not told its events one by one', () => {
		const repeating = PROVIDERS.filter((provider) => longNamed(provider).length > 0);

		expect(repeating.length).toBeGreaterThanOrEqual(4);
	});
});

/** Providers that pass a format on unchanged cannot be told apart by it. */
describe('A payload is recognised by its own provider alone, or by all that share its format:', () => {
	const files = PROVIDERS.flatMap(({ id }) =>
		webhookFiles(id).map((webhook) => ({ ...webhook, id })),
	);
	const recognisedBy = (payload: (typeof files)[number]['payload']) =>
		PROVIDERS.filter(({ readWebhook }) => {
			try {
				return readWebhook(payload) !== null;
			} catch {
				return true;
			}
		}).map(({ id }) => id);

	it.each(files)('$id/$file', ({ id, payload, format }) => {
		const sharing = files.filter((other) => format !== undefined && other.format === format);
		const owners = new Set([id, ...sharing.map((other) => other.id)]);

		expect(new Set(recognisedBy(payload))).toEqual(owners);
	});

	it.each(files)(
		'$id/$file: every other provider refuses it, and names whose it is',
		({ payload }) => {
			const owners = recognisedBy(payload);
			const names = PROVIDERS.filter(({ id }) => owners.includes(id)).map(
				(owner) => owner.displayName,
			);

			for (const provider of PROVIDERS.filter(({ id }) => !owners.includes(id))) {
				for (const json of [payload, webhookItem(payload)]) {
					expect(refusalOf(() => readPayload(json, provider, PROVIDERS))).toMatchObject({
						message: `The incoming webhook is from ${names.join(' or ')}, but 'Provider' is ${provider.displayName}`,
						advice: `Set 'Provider' to ${names.join(' or ')}.`,
					});
				}
			}
		},
	);
});
