import { shown } from '../../../../nodes/WhatsAppMarkRead/input/invalidInput';
import { redactor } from '../../../../nodes/WhatsAppMarkRead/pipeline/redact';

function redact(value: unknown, secrets: readonly string[]): unknown {
	return redactor(secrets)(value);
}

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

	it('takes a URL-encoded secret out whose codes are in lower case, as some servers write them', () => {
		expect(redact('?token=a%2fb%3d%3d', ['a/b=='])).toBe('?token=[redacted]');
	});

	it("takes a URL-encoded secret out as n8n's HTTP client writes it in a query", () => {
		expect(redact('?access_token=a%2Fb%21%2A', ['a/b!*'])).toBe('?access_token=[redacted]');
	});

	it.each([
		['a quote', 'dummy"1'],
		['a backslash', 'dummy\\1'],
		['a slash', 'dummy/1'],
		['a line break', 'dummy\n1'],
	])('takes a secret out that holds %s and stands in a text of JSON', (_, secret) => {
		const echo = JSON.stringify({ token: secret });

		expect(redact(echo, [secret])).toBe('{"token":"[redacted]"}');
	});

	it('takes a secret out whose slashes are escaped, as PHP writes JSON', () => {
		expect(redact('{"token":"a\\/b\\/c"}', ['a/b/c'])).toBe('{"token":"[redacted]"}');
	});

	it.each(['dummy-\u200bsecret', 'dummy-\u0000secret', 'dummy \r\n secret', 'dummy-secret\ud83d'])(
		'takes the secret %j out as an error shows it, on one line and with escapes',
		(secret) => {
			expect(redact(`'Chat' is ${shown(secret)}`, [secret])).toBe('\'Chat\' is "[redacted]"');
		},
	);

	it('takes out the longer one when one secret holds another', () => {
		expect(redact('dummy-1-long', ['dummy-1', 'dummy-1-long'])).toBe('[redacted]');
	});

	it('takes a secret for a text, not for a pattern', () => {
		expect(redact('dummy and d.mmy', ['d.mmy'])).toBe('dummy and [redacted]');
	});

	it('takes out a secret that has no URL-encoding', () => {
		expect(redact('half a pair: \ud83d-token', ['\ud83d-token'])).toBe('half a pair: [redacted]');
	});

	it('takes a secret out of JSON text within JSON text', () => {
		const echo = JSON.stringify({ raw: JSON.stringify({ token: 'a"b/c' }) });

		expect(redact(echo, ['a"b/c'])).toBe('{"raw":"{\\"token\\":\\"[redacted]\\"}"}');
		expect(redact('"{\\"t\\":\\"a\\\\/b\\"}"', ['a/b'])).toBe('"{\\"t\\":\\"[redacted]\\"}"');
	});

	it('leaves the given value as it is', () => {
		const value = { token: ['dummy-1'] };

		redact(value, ['dummy-1']);

		expect(value).toEqual({ token: ['dummy-1'] });
	});

	it.each([
		['when there is no secret', []],
		['when none is in it', ['dummy-1']],
	])('returns the same value %s', (_, secrets) => {
		const value = { text: 'hello', list: [{ text: 'hello' }] };

		expect(redact(value, secrets)).toBe(value);
	});

	it('copies no more than the way to what had to go', () => {
		const value = { token: 'dummy-1', body: { text: 'hello' }, list: [['dummy-1'], ['hello']] };

		const result = redact(value, ['dummy-1']) as typeof value;

		expect(result).toEqual({ ...value, token: '[redacted]', list: [['[redacted]'], ['hello']] });
		expect(result.body).toBe(value.body);
		expect(result.list[1]).toBe(value.list[1]);
	});

	it('reads a value once, however often it is given', () => {
		let reads = 0;
		const value = {
			get token() {
				reads += 1;
				return 'dummy-1';
			},
		};
		const hide = redactor(['dummy-1']);

		const results = [hide(value), hide(value), hide([value])[0]];

		expect(reads).toBe(1);
		expect(new Set(results).size).toBe(1);
		expect(results[0]).toEqual({ token: '[redacted]' });
	});

	it('cuts a value where it holds itself', () => {
		const value: Record<string, unknown> = { text: 'my dummy-1' };
		value.list = [value];

		expect(redact(value, ['dummy-1'])).toEqual({ text: 'my [redacted]', list: ['[redacted]'] });
	});

	it('takes out as a whole what is to be withheld', () => {
		const [object, list] = [{ a: 1 }, [1]];
		const hide = redactor([], new Set<unknown>([object, list, '{"b":']));

		expect(hide({ object, list, text: '{"b":', rest: { c: '{"b":1' } })).toEqual({
			object: '[redacted]',
			list: '[redacted]',
			text: '[redacted]',
			rest: { c: '{"b":1' },
		});
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
		expect(redact(null, ['dummy-1'])).toBeNull();
	});

	it('takes the secret out of a text', () => {
		expect(redact('dummy-1', ['dummy-1'])).toBe('[redacted]');
	});
});

describe('Taking secrets out of a text that was cut', () => {
	const SECRET = 'dummy-0123456789';

	it.each([8, 9, 15])('takes out the first %s characters of a secret before the cut', (length) => {
		expect(redact(`token ${SECRET.slice(0, length)}…`, [SECRET])).toBe('token [redacted]…');
	});

	it('takes out a beginning that is the whole text', () => {
		expect(redact('dummy-0123…', [SECRET])).toBe('[redacted]…');
	});

	it('leaves less than eight characters, which may be there by chance', () => {
		expect(redact('token dummy-0…', [SECRET])).toBe('token dummy-0…');
	});

	it.each([
		['hunter…', '[redacted]…'],
		['hunt…', '[redacted]…'],
		['hun…', 'hun…'],
	])('takes out half of a short secret and more: %s becomes %s', (text, redacted) => {
		expect(redact(text, ['hunter22'])).toBe(redacted);
	});

	it('leaves the beginning of a secret where nothing was cut', () => {
		expect(redact('token dummy-0123', [SECRET])).toBe('token dummy-0123');
	});

	it('leaves the beginning of a secret after the last cut, which is whole', () => {
		expect(redact('a…dummy-0123', [SECRET])).toBe('a…dummy-0123');
	});

	it('looks at every cut of an explanation', () => {
		const text = 'Plain says: "dummy-01234…" (code dummy-0123456…).';

		expect(redact(text, [SECRET])).toBe('Plain says: "[redacted]…" (code [redacted]…).');
	});

	it('takes out whole secrets before the cut as well', () => {
		expect(redact(`${SECRET} and dummy-01…`, [SECRET])).toBe('[redacted] and [redacted]…');
	});

	it('takes out a beginning that is URL-encoded or escaped as in JSON', () => {
		expect(redact('a%2Fb%2Fc%2F…', ['a/b/c/d/e'])).toBe('[redacted]…');
		expect(redact('a\\/b\\/c\\/d…', ['a/b/c/d/e'])).toBe('[redacted]…');
	});

	it('takes out the beginning of whichever secret it is', () => {
		expect(redact('dummy-second-1…', ['dummy-first-1234', 'dummy-second-1234'])).toBe(
			'[redacted]…',
		);
	});

	it('takes out as much of a long secret as an explanation repeats', () => {
		const secret = 'abcdefghij'.repeat(200);

		expect(redact(`${secret.slice(0, 300)}…`, [secret])).toBe('[redacted]…');
	});
});
