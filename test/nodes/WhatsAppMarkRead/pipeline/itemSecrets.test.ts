import type { JsonObject } from '../../../../nodes/WhatsAppMarkRead/input/untrustedJson';
import { itemSecrets, redactorFor } from '../../../../nodes/WhatsAppMarkRead/pipeline/itemSecrets';
import message from '../../../providers/cloudApi/webhooks/textMessage.json';
import { plainProvider } from '../../../helpers/plainProvider';
import { webhookItem } from '../../../helpers/webhookItem';

function secretsIn(json: JsonObject): readonly string[] {
	return itemSecrets(json, PLAIN).texts;
}

const PLAIN = [plainProvider()];

const event = { messages: [{ id: 'A' }], secret: 'dummy-live-token' };

describe("The live token of a provider's webhook is found", () => {
	it.each<[string, JsonObject]>([
		['in the item itself', event],
		['behind a Webhook node', webhookItem(event)],
		['below a key of its own', { hook: event }],
		['in a list', { body: [event] }],
		['in lists of lists', { a: [[[event]]] }],
		['two wrappers down', { body: { data: event } }],
		['in JSON text', { body: JSON.stringify(event) }],
		['in JSON text two wrappers down', { data: { body: ` ${JSON.stringify(event)}` } }],
		['in JSON text within JSON text', { a: JSON.stringify([JSON.stringify(event)]) }],
		['in JSON text of a text', { a: JSON.stringify(JSON.stringify(event)) }],
		['in JSON text behind a byte order mark', { a: `\ufeff${JSON.stringify(event)}` }],
		['in the object around it alone', { secret: event.secret }],
	])('%s', (_, json) => {
		expect(secretsIn(json)).toEqual(['dummy-live-token']);
	});

	it('100,000 levels down', () => {
		const text = `${'['.repeat(100_000)}{"secret":"dummy-1"}${']'.repeat(100_000)}`;

		const { texts } = itemSecrets({ deep: JSON.parse(text) as unknown }, PLAIN);

		expect(texts).toEqual(['dummy-1']);
	});

	it('in an item that holds itself', () => {
		const json: Record<string, unknown> = { ...event };
		json.again = [json];

		expect(secretsIn(json)).toEqual(['dummy-live-token']);
	});
});

describe('No secret is taken for one', () => {
	it.each<[string, JsonObject]>([
		['in a payload without any', message.payload],
		['where it is too short', { secret: 'abc' }],
		['where it is no text', { secret: 12345 }],
		['in an ordinary token of the user', { instance: 'support', token: 'dummy-of-something' }],
		['in text that is no JSON', { text: '[hello] {"secret":' }],
		['in a date', { at: new Date(0) }],
	])('%s', (_, json) => {
		expect(itemSecrets(json, PLAIN)).toEqual({ texts: [], unsearched: new Set() });
	});
});

describe('A header by which the sender of a webhook proves itself', () => {
	it.each<[string, JsonObject, readonly string[]]>([
		['a key', { apikey: 'dummy-key' }, ['dummy-key']],
		['whatever its case', { 'Z-API-Token': 'dummy-key' }, ['dummy-key']],
		['with its scheme and without', { authorization: 'Bearer dummy-1' }, ['Bearer dummy-1']],
		[
			'with its scheme and without, when long enough',
			{ authorization: 'Bearer  dummy-token' },
			['Bearer  dummy-token', 'dummy-token'],
		],
		['not when it is short', { token: 'support', 'x-api-key': '1234567' }, []],
		['not when it is no text', { token: { a: 'dummy-key' }, apikey: 12345678 }, []],
		['no other one', { cookie: 'dummy-key', host: 'n8n.example.com', 'x-token': 'dummy-key' }, []],
	])('is a secret: %s', (_, headers, secrets) => {
		expect(secretsIn({ headers })).toEqual(secrets);
		expect(secretsIn({ hook: [{ headers, body: {} }] })).toEqual(secrets);
	});

	it('is none elsewhere', () => {
		expect(secretsIn({ token: 'dummy-key', body: { apikey: 'dummy-key' } })).toEqual([]);
	});
});

describe('What there is no end of', () => {
	const [first, second] = [{ secret: 'dummy-1' }, { secret: 'dummy-2' }];
	const limits = { parts: 100, jsonText: 100, secrets: 100 };
	const shown = (json: JsonObject, given: Partial<typeof limits>) =>
		itemSecrets(json, PLAIN, { ...limits, ...given }).unsearched;

	it.each<[string, JsonObject, Partial<typeof limits>, readonly unknown[]]>([
		['objects and lists', { first, second }, { parts: 2 }, [second]],
		['different secrets', { first, again: { ...first }, second }, { secrets: 1 }, [second]],
		[
			'JSON text',
			{ text: '{"a": 1}', more: '[1, 2, 3]' },
			{ jsonText: 10 },
			['[1, 2, 3]', '{"a": 1}'],
		],
	])('is not looked into, and said to be so: %s', (_, json, given, unsearched) => {
		expect([...shown(json, given)]).toEqual(unsearched);
	});

	it('may come from any JSON text, so that all of them are among it', () => {
		const text = '{"a":[{"b":{"secret":"dummy-1"}}]}';

		expect(shown({ text }, { parts: 3 })).toContain(text);
		expect(shown({ text }, { parts: 6 }).size).toBe(0);
	});

	it('leaves the item its fields, whatever is withheld of them', () => {
		const spelt = (n: number) =>
			'authorization'.slice(0, n).toUpperCase() + 'authorization'.slice(n);
		const headers = Object.fromEntries(
			Array.from({ length: 13 }, (_, n) => [spelt(n), `Bearer dummy-token-${n}`]),
		);

		expect(redactorFor({ headers }, PLAIN, [])({ headers })).toEqual({ headers: '[redacted]' });
	});

	it('is not shown', () => {
		const objects = Array.from({ length: 25 }, (_, n) => ({ secret: `dummy-${n}` }));

		const text = JSON.stringify(redactorFor({ objects }, PLAIN, [])({ objects }));

		expect(text).not.toContain('dummy-');
		expect(text).toContain('"[redacted]"');
	});
});

describe('The redactor of an item', () => {
	it("hides the item's secrets and the credential's", () => {
		const json = { ...event, note: 'my dummy-token' };
		const hide = redactorFor(json, PLAIN, ['dummy-token']);

		expect(hide(json)).toMatchObject({
			secret: '[redacted]',
			note: 'my [redacted]',
		});
		expect(hide('dummy-live-token or dummy-token')).toBe('[redacted] or [redacted]');
	});

	it('gives the item itself when nothing had to go', () => {
		const json = webhookItem(message.payload);

		expect(redactorFor(json, PLAIN, ['dummy-token'])(json)).toBe(json);
	});
});
