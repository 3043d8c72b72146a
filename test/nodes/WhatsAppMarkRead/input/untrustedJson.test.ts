import {
	asObject,
	asText,
	isContainer,
	listAt,
	messageIdAt,
	objectAt,
	parseJson,
	postedObject,
	property,
	textAt,
	unixSecondsAt,
} from '../../../../nodes/WhatsAppMarkRead/input/untrustedJson';

const HOSTILE: unknown = JSON.parse(
	'{"__proto__":{"id":"planted"},"constructor":{"name":"planted"}}',
);

describe('Reading JSON that anybody may have posted', () => {
	it('finds what stands below a path', () => {
		const payload = { data: { chat: { jid: 'a@c.us' }, ids: [1, 2] } };
		expect(textAt(payload, 'data', 'chat', 'jid')).toBe('a@c.us');
		expect(objectAt(payload, 'data', 'chat')).toEqual({ jid: 'a@c.us' });
		expect(listAt(payload, 'data', 'ids')).toEqual([1, 2]);
	});

	it.each([
		['a list', [], true],
		['an object', {}, true],
		['an object without a prototype', Object.create(null), true],
		['a date', new Date(0), false],
		['a map', new Map(), false],
		['nothing', null, false],
		['a text', 'text', false],
	])('knows what contains other values: %s', (_, value: unknown, expected) => {
		expect(isContainer(value)).toBe(expected);
	});

	it('finds nothing where something else stands', () => {
		const payload = { data: 'text', list: {}, object: [] };
		expect(textAt(payload, 'data', 'chat', 'jid')).toBeNull();
		expect(listAt(payload, 'list')).toEqual([]);
		expect(objectAt(payload, 'object')).toBeNull();
	});

	it.each([['__proto__'], ['constructor'], ['toString'], ['hasOwnProperty']])(
		'never walks into the inherited property %s',
		(key) => {
			expect(property({}, key)).toBeUndefined();
			expect(property([], key)).toBeUndefined();
			expect(property('text', key)).toBeUndefined();
		},
	);

	it('reads a posted __proto__ as the plain property it is', () => {
		expect(textAt(HOSTILE, 'id')).toBeNull();
		expect(textAt(HOSTILE, '__proto__', 'id')).toBe('planted');
		expect(textAt({}, 'id')).toBeNull();
	});

	it.each([[null], [undefined], ['text'], [1], [true], [[1]]])('sees no object in %j', (value) => {
		expect(asObject(value)).toBeNull();
	});

	it('parses JSON, and returns undefined for other text', () => {
		expect(parseJson('{"a":1}')).toEqual({ a: 1 });
		expect(parseJson('{"a":')).toBeUndefined();
	});
});

describe('A text in untrusted JSON', () => {
	it.each([
		['a text', 'abc', 'abc'],
		['a text with white space around it', ' abc\n', 'abc'],
		['an integer', 106540352242922, '106540352242922'],
		['zero', 0, '0'],
	])('is %s', (_, value, text) => {
		expect(asText(value)).toBe(text);
	});

	it.each([
		['the text "null", as samples of documents have it', 'null'],
		['the text "undefined"', 'undefined'],
		['an empty text', ''],
		['white space', ' \t\n'],
		['a number that lost its last digits', 2 ** 60],
		['a number that is not an integer', 1.5],
		['a truth value', true],
		['a list', ['abc']],
		['an object', { toString: 'abc' }],
		['nothing', undefined],
	])('is not %s', (_, value) => {
		expect(asText(value)).toBeNull();
	});
});

describe('A message id in untrusted JSON', () => {
	it('is a text, and never a number', () => {
		expect(messageIdAt({ key: { id: ' 3EB0 ' } }, 'key', 'id')).toBe('3EB0');
		expect(messageIdAt({ id: 'null' }, 'id')).toBeNull();
		expect(messageIdAt({ id: 12345 }, 'id')).toBeNull();
	});
});

describe('A posted object', () => {
	it.each<[string, unknown, unknown]>([
		['an object', { a: 1 }, { a: 1 }],
		['JSON text of one', '{"a":1}', { a: 1 }],
		['JSON text of a list', '[1]', null],
		['a list', [1], null],
		['another text', 'hello', null],
		['JSON text that is longer than any event', `${' '.repeat(10_000_000)}{}`, null],
		['nothing', undefined, null],
	])('is, or is not, read from %s', (_, value, object) => {
		expect(postedObject(value)).toEqual(object);
	});
});

describe('A time in untrusted JSON', () => {
	it.each([
		['unix seconds in text, as Meta writes them', '1739321024', 1739321024],
		['unix seconds', 1666943582, 1666943582],
		['milliseconds', 1739321024123, 1739321024],
		['a date with a time', '2025-02-12T00:43:44Z', 1739321024],
		['a date with a time of a zone', '2025-02-11T21:43:44-03:00', 1739321024],
		['the earliest time that can only be milliseconds', 100_000_000_000, 100_000_000],
		['the latest time that can only be seconds', 99_999_999_999, 99_999_999_999],
	])('is read from %s', (_, timestamp, seconds) => {
		expect(unixSecondsAt({ timestamp }, 'timestamp')).toBe(seconds);
	});

	it.each([
		['2025-02-30T'],
		['2025-02-12T99:00'],
		['0001-01-01T00:00:00Z'],
		[-5],
		['1e9'],
		[{}],
		[null],
		['99999999999999999'],
	])('is unknown when it says %j', (timestamp) => {
		expect(unixSecondsAt({ timestamp }, 'timestamp')).toBeNull();
	});
});
