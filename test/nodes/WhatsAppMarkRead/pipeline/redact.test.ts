import { redact, redactText } from '../../../../nodes/WhatsAppMarkRead/pipeline/redact';

describe('Taking secrets out', () => {
	it('takes a secret out of a text, wherever it stands and however often', () => {
		expect(redact('Bearer dummy-1 (dummy-1)', ['dummy-1'])).toBe('Bearer [redacted] ([redacted])');
	});

	it('takes every secret out', () => {
		expect(redact('dummy-1 and dummy-2', ['dummy-1', 'dummy-2'])).toBe('[redacted] and [redacted]');
	});

	it('takes a secret out of nested objects and lists', () => {
		const value = { a: { b: ['x', { c: 'my dummy-1' }] } };

		expect(redact(value, ['dummy-1'])).toEqual({ a: { b: ['x', { c: 'my [redacted]' }] } });
	});

	it('takes a secret out of keys', () => {
		expect(redact({ 'token dummy-1': 1 }, ['dummy-1'])).toEqual({ 'token [redacted]': 1 });
	});

	it('takes a URL-encoded secret out', () => {
		expect(redact('https://plain.test/?token=a%2Fb%3D%3D', ['a/b=='])).toBe(
			'https://plain.test/?token=[redacted]',
		);
	});

	it('takes out the longer one when one secret holds another', () => {
		expect(redact('dummy-1-long', ['dummy-1', 'dummy-1-long'])).toBe('[redacted]');
	});

	it('takes a secret for a text, not for a pattern', () => {
		expect(redact('dummy and d.mmy', ['d.mmy'])).toBe('dummy and [redacted]');
	});

	it('takes out a secret that has no URL-encoding', () => {
		expect(redact('half a pair: \ud83d-token', ['\ud83d-token'])).toBe('half a pair: [redacted]');
	});

	it('leaves the given value as it is', () => {
		const value = { token: ['dummy-1'] };

		redact(value, ['dummy-1']);

		expect(value).toEqual({ token: ['dummy-1'] });
	});

	it('returns the same value when there is no secret', () => {
		const value = { text: 'hello' };

		expect(redact(value, [])).toBe(value);
	});

	it.each([null, undefined, true, 0, 12.5])('leaves %s alone', (value) => {
		expect(redact(value, ['dummy-1'])).toBe(value);
	});

	it('leaves dates alone', () => {
		const date = new Date('2026-01-01T00:00:00Z');

		expect(redact({ date }, ['dummy-1'])).toEqual({ date });
	});

	it('looks into objects without a prototype', () => {
		const value: unknown = Object.assign(Object.create(null), { token: 'dummy-1' });

		expect(redact(value, ['dummy-1'])).toEqual({ token: '[redacted]' });
	});

	it('keeps a key named __proto__ an ordinary key', () => {
		const value: unknown = JSON.parse('{"__proto__":{"isAdmin":"dummy-1"}}');

		const result = redact(value, ['dummy-1']) as object;

		expect(JSON.stringify(result)).toBe('{"__proto__":{"isAdmin":"[redacted]"}}');
		expect('isAdmin' in result).toBe(false);
	});

	it.each([
		['lists', '['.repeat(50_000) + ']'.repeat(50_000)],
		['objects', '{"a":'.repeat(50_000) + '1' + '}'.repeat(50_000)],
	])('cuts %s that are nested to exhaust the stack', (_, text) => {
		const value: unknown = JSON.parse(text);

		expect(JSON.stringify(redact(value, ['dummy-1']))).toContain('[redacted]');
	});

	it('keeps what is nested 100 deep', () => {
		const text = '['.repeat(100) + '"hello"' + ']'.repeat(100);

		expect(JSON.stringify(redact(JSON.parse(text), ['dummy-1']))).toBe(text);
	});
});

describe('Taking secrets out of a text that may be missing', () => {
	it('leaves a missing text missing', () => {
		expect(redactText(null, ['dummy-1'])).toBeNull();
	});

	it('takes the secret out of a text', () => {
		expect(redactText('dummy-1', ['dummy-1'])).toBe('[redacted]');
	});
});
