import { shown } from '../../../../nodes/WhatsAppMarkRead/input/invalidInput';
import { redactor } from '../../../../nodes/WhatsAppMarkRead/pipeline/redact';

function redact(value: unknown, secrets: readonly string[]): unknown {
	return redactor(secrets)(value);
}

/** What stands in the place of a secret. */
const X = '[redacted]';

const inJson = (text: string) => JSON.stringify({ token: text });

const bare: unknown = Object.assign(Object.create(null), { token: 'dummy-1' });

describe('Taking secrets out', () => {
	it.each<[string, unknown, string, unknown]>([
		['of a text, wherever it stands', 'Bearer dummy-1 (dummy-1)', 'dummy-1', `Bearer ${X} (${X})`],
		[
			'of nested lists',
			{ a: ['x', { b: 'my dummy-1' }] },
			'dummy-1',
			{ a: ['x', { b: `my ${X}` }] },
		],
		['of keys', { 'token dummy-1': 1 }, 'dummy-1', { [`token ${X}`]: 1 }],
		['that is URL-encoded', '?token=a%2Fb%3D%3D', 'a/b==', `?token=${X}`],
		['that is URL-encoded in lower case', '?token=a%2fb%3d%3d', 'a/b==', `?token=${X}`],
		["as n8n's HTTP client writes it in a query", '?token=a%2Fb%21%2A', 'a/b!*', `?token=${X}`],
		['with slashes escaped, as PHP does', '{"t":"a\\/b\\/c"}', 'a/b/c', `{"t":"${X}"}`],
		['of JSON in JSON', inJson(inJson('a"b/c')), 'a"b/c', inJson(inJson(X))],
		['of JSON in JSON by PHP', '"{\\"t\\":\\"a\\\\/b\\"}"', 'a/b', `"{\\"t\\":\\"${X}\\"}"`],
		['that is no pattern', 'dummy and d.mmy', 'd.mmy', `dummy and ${X}`],
		['that has no URL-encoding', 'half: \ud83d-token', '\ud83d-token', `half: ${X}`],
		['of objects without a prototype', bare, 'dummy-1', { token: X }],
	])('takes a secret out %s', (_, value, secret, result) => {
		expect(redact(value, [secret])).toEqual(result);
	});

	it.each(['dummy"1', 'dummy\\1', 'dummy/1', 'dummy\n1'])(
		'takes the secret %j out of a text of JSON',
		(secret) => {
			expect(redact(inJson(secret), [secret])).toBe(inJson(X));
		},
	);

	it.each(['dummy-\u200bsecret', 'dummy-\u0000secret', 'dummy \r\n secret', 'dummy-secret\ud83d'])(
		'takes the secret %j out as an error shows it, on one line and with escapes',
		(secret) => {
			expect(redact(`'Chat' is ${shown(secret)}`, [secret])).toBe(`'Chat' is "${X}"`);
		},
	);

	it('takes out every secret, and the longer one when one holds another', () => {
		expect(redact('dummy-1 and dummy-2', ['dummy-1', 'dummy-2'])).toBe(`${X} and ${X}`);
		expect(redact('dummy-1-long', ['dummy-1', 'dummy-1-long'])).toBe(X);
	});

	it.each([null, undefined, true, 0, 12.5, { date: new Date(0) }])('leaves %p alone', (value) => {
		expect(redact(value, ['dummy-1'])).toBe(value);
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

describe('Taking secrets out of a text that was cut', () => {
	const SECRET = 'dummy-0123456789';

	it.each<[string, string, string, string?]>([
		['takes out the first 8 characters of a secret', 'token dummy-01…', 'token [redacted]…'],
		['takes out the first 9', 'token dummy-012…', 'token [redacted]…'],
		['takes out all but the last', 'token dummy-012345678…', 'token [redacted]…'],
		['takes out a beginning that is the whole text', 'dummy-0123…', '[redacted]…'],
		['leaves less than 8, which may be there by chance', 'token dummy-0…', 'token dummy-0…'],
		['takes out most of a short secret', 'hunter…', '[redacted]…', 'hunter22'],
		['takes out half of a short secret', 'hunt…', '[redacted]…', 'hunter22'],
		['leaves less than half of a short secret', 'hun…', 'hun…', 'hunter22'],
		[
			'leaves the beginning of a secret where nothing was cut',
			'token dummy-0123',
			'token dummy-0123',
		],
		[
			'leaves the beginning of a secret after the last cut, which is whole',
			'a…dummy-0123',
			'a…dummy-0123',
		],
		[
			'looks at every cut of an explanation',
			'Plain says: "dummy-01234…" (code dummy-0123456…).',
			'Plain says: "[redacted]…" (code [redacted]…).',
		],
		[
			'takes out whole secrets before the cut as well',
			`${SECRET} and dummy-01…`,
			'[redacted] and [redacted]…',
		],
		['takes out a beginning that is URL-encoded', 'a%2Fb%2Fc%2F…', '[redacted]…', 'a/b/c/d/e'],
		['takes out a beginning escaped as in JSON', 'a\\/b\\/c\\/d…', '[redacted]…', 'a/b/c/d/e'],
		[
			'takes out as much of a long secret as an explanation repeats',
			`${'abcdefghij'.repeat(30)}…`,
			'[redacted]…',
			'abcdefghij'.repeat(200),
		],
	])('%s', (_, text, redacted, secret = SECRET) => {
		expect(redact(text, [secret])).toBe(redacted);
	});

	it('takes out the beginning of whichever secret it is', () => {
		expect(redact('dummy-second-1…', ['dummy-first-1234', 'dummy-second-1234'])).toBe(
			'[redacted]…',
		);
	});
});
