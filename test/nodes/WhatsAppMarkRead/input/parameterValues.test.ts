import { WRONG_VALUES } from '../../../helpers/hostileJson';
import { refusalOf } from '../../../helpers/refusalOf';
import { readMessageIds, readText } from '../../../../nodes/WhatsAppMarkRead/input/parameterValues';

describe('A parameter with one text', () => {
	it.each([
		['as it is', 'support', 'support'],
		['without white space around it', '  support\n', 'support'],
		['from a number', 106540352242922, '106540352242922'],
	])('is read %s', (_, value, text) => {
		expect(readText(value, 'Instance')).toBe(text);
	});

	it.each([
		['empty text', ''],
		['white space', ' '],
		['null', null],
		['undefined', undefined],
		['the text "null"', 'null'],
	])('is missing when it is %s', (_, value) => {
		expect(readText(value, 'Instance')).toBeNull();
	});

	it.each([
		[
			'a number that lost its last digits',
			2 ** 60,
			"'Phone Number ID' arrived as the number 1152921504606847000, whose last digits are lost",
		],
		['a list', ['1', '2'], '\'Phone Number ID\' should be text, but "a list of 2" was given'],
		['an object', { id: 1 }, '\'Phone Number ID\' should be text, but "an object" was given'],
		['a truth value', true, '\'Phone Number ID\' should be text, but "true" was given'],
	])('is refused when it is %s', (_, value, message) => {
		expect(refusalOf(() => readText(value, 'Phone Number ID'))?.message).toBe(message);
	});

	it('that is refused for its type comes with advice', () => {
		expect(refusalOf(() => readText(['1'], 'Instance'))?.advice).toBe(
			'Drag the single value from the input panel into the field.',
		);
	});
});

describe('A parameter with message IDs', () => {
	it.each([
		['one id', 'AAAA', ['AAAA']],
		['one id with white space around it', ' AAAA\n', ['AAAA']],
		['a comma list', 'AAAA,BBBB , CCCC', ['AAAA', 'BBBB', 'CCCC']],
		['a comma list with gaps', ',AAAA,,BBBB,', ['AAAA', 'BBBB']],
		['one id a line', 'AAAA\r\nBBBB\n', ['AAAA', 'BBBB']],
		['a list', ['AAAA', 'BBBB'], ['AAAA', 'BBBB']],
		['a list with empty entries', ['', 'AAAA', null, undefined, 'null'], ['AAAA']],
		['lists in a list', [['AAAA'], [['BBBB'], 'CCCC']], ['AAAA', 'BBBB', 'CCCC']],
		['comma lists in a list', ['AAAA,BBBB', 'CCCC'], ['AAAA', 'BBBB', 'CCCC']],
		['a list as JSON text', '["AAAA", "BBBB"]', ['AAAA', 'BBBB']],
		['a list as JSON text in a list', ['["AAAA"]', 'BBBB'], ['AAAA', 'BBBB']],
		['numbers', [1001, 1002], ['1001', '1002']],
		['the same id twice', ['AAAA', 'BBBB', 'AAAA'], ['AAAA', 'BBBB']],
		['an id with the signs of base64', 'wamid.HBg+/LM==', ['wamid.HBg+/LM==']],
		['a serialized id', 'false_1@c.us_AAAA', ['false_1@c.us_AAAA']],
	])('is read from %s', (_, value, ids) => {
		expect(readMessageIds(value, 'Message ID')).toEqual(ids);
	});

	it.each([
		['an empty text', ''],
		['white space', '  \n'],
		['commas alone', ' , ,, '],
		['the text "null"', 'null'],
		['nothing', undefined],
		['null', null],
		['an empty list', []],
		['a list of empty lists', [[], [[]], '']],
		['an empty list as JSON text', '[]'],
	])('is refused when it is %s', (_, value) => {
		expect(refusalOf(() => readMessageIds(value, 'Message ID'))).toMatchObject({
			message: "'Message ID' is empty",
			advice:
				"Enter the ID of a received message, or set 'Message' to 'Take From Incoming Webhook'.",
		});
	});

	it.each([
		['with spaces', 'AAAA BBBB', '"AAAA BBBB"'],
		['with control characters', 'AAAA\u0000BBBB', '"AAAA\\u0000BBBB"'],
		['with characters without width', 'AAAA\u200bBBBB', '"AAAA\\u200bBBBB"'],
		['in quotes', '"AAAA"', '""AAAA""'],
		['out of a broken list', '["AAAA"', '"["AAAA""'],
		['out of an expression that was not resolved', '{{$json.id}}', '"{{$json.id}}"'],
	])('refuses an id %s', (_, value, repeated) => {
		expect(refusalOf(() => readMessageIds(value, 'Message ID'))).toMatchObject({
			message: `'Message ID' holds ${repeated}, which is not a message ID`,
			advice: 'A message ID has no spaces, quotes or brackets. Separate several IDs by commas.',
		});
	});

	it('refuses a text too long to be an ID, and repeats only its start', () => {
		const error = refusalOf(() => readMessageIds('x'.repeat(513), 'Message ID'));
		expect(error?.message).toBe(
			'\'Message ID\' holds "xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx…", which is not a message ID',
		);
	});

	it('accepts an ID of 512 characters', () => {
		expect(readMessageIds('x'.repeat(512), 'Message ID')).toHaveLength(1);
	});

	it('refuses a number in a list that lost its last digits', () => {
		expect(refusalOf(() => readMessageIds([2 ** 60], 'Message ID'))?.advice).toBe(
			'IDs are too long for numbers: pass them as text, in quotes.',
		);
	});

	it('refuses an object in a list', () => {
		expect(refusalOf(() => readMessageIds([{ id: 'AAAA' }], 'Message IDs'))?.message).toBe(
			'\'Message IDs\' should be text, but "an object" was given',
		);
	});

	it('refuses lists nested too deeply to be IDs', () => {
		const error = refusalOf(() =>
			readMessageIds('['.repeat(5000) + ']'.repeat(5000), 'Message ID'),
		);
		expect(error).toMatchObject({
			message: "'Message ID' holds lists nested too deeply to be IDs",
			advice: 'Enter one ID, or one list of IDs.',
		});
	});

	it('accepts lists nested ten deep', () => {
		const nested = '['.repeat(10) + '"AAAA"' + ']'.repeat(10);
		expect(readMessageIds(nested, 'Message ID')).toEqual(['AAAA']);
	});
});

describe('Parameters of a wrong type', () => {
	it('are read or refused, never anything else', () => {
		for (const wrong of WRONG_VALUES) {
			refusalOf(() => readText(wrong, 'Instance'));
			refusalOf(() => readMessageIds(wrong, 'Message ID'));
			refusalOf(() => readMessageIds([wrong], 'Message ID'));
		}
		expect(WRONG_VALUES.length).toBeGreaterThan(15);
	});
});
