import {
	cutText,
	InvalidInput,
	shown,
} from '../../../../nodes/WhatsAppMarkRead/input/invalidInput';

describe('A value in an error', () => {
	it.each([
		['a text', 'Maria', '"Maria"'],
		['a text of several lines', 'a\r\n\tb', '"a b"'],
		['a text without the white space around it', '\n Maria ', '"Maria"'],
		['control characters as escapes', 'a\u0000b\u001bc\u0085', '"a\\u0000b\\u001bc\\u0085"'],
		['characters without width as escapes', 'a\u200bb\u202ec', '"a\\u200bb\\u202ec"'],
		['half a character as an escape', 'a\ud83d', '"a\\ud83d"'],
		['an emoji', 'Maria 😀', '"Maria 😀"'],
		['a number', 5511, '"5511"'],
		['nothing', null, '"null"'],
		['a list', ['a', 'b'], '"a list of 2"'],
		['an object', { token: 'dummy' }, '"an object"'],
	])('shows %s', (_, value, text) => {
		expect(shown(value)).toBe(text);
	});

	it('is cut to what one can read', () => {
		expect(shown('x'.repeat(1000))).toBe(
			'"xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx…"',
		);
	});
});

describe('Invalid input', () => {
	it('says what happened and what to do next', () => {
		const error = new InvalidInput("'Chat' is empty", 'Give a phone number.');
		expect(error).toBeInstanceOf(Error);
		expect([error.name, error.message, error.advice]).toEqual([
			'InvalidInput',
			"'Chat' is empty",
			'Give a phone number.',
		]);
	});
});

it.each([
	['leaves a text alone that is short enough', 'abc', 3, 'abc'],
	['marks where it cut', 'abcd', 3, 'abc…'],
	['never cuts a character in two', 'ab😀d', 3, 'ab…'],
	['keeps a character that is whole', 'ab😀d', 4, 'ab😀…'],
])('Cutting a text %s', (_, text, length, cut) => {
	expect(cutText(text, length)).toBe(cut);
});
