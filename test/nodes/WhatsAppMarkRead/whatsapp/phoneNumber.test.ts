import { parsePhoneNumber } from '../../../../nodes/WhatsAppMarkRead/whatsapp/phoneNumber';

describe('A phone number', () => {
	it.each([
		['5511999999999'],
		['+5511999999999'],
		['+55 11 99999-9999'],
		['+55 (11) 99999-9999'],
		['+55.11.99999.9999'],
		['+55/11/99999/9999'],
		['0055 11 99999 9999'],
		['+55\u00a011\u00a099999\u20119999'],
		['+55 11 99999\u20139999'],
		['\u202a+55 11 99999-9999\u202c'],
		['\u2068+55 11 99999-9999\u2069'],
		['\u200e+5511999999999'],
		['5511999999999.0'],
		['+55 11 99999-9999.0 '],
	])('is read from %j', (writing) => {
		expect(parsePhoneNumber(writing)).toBe('5511999999999');
	});

	it.each([
		['7 digits', '+290 2000', '2902000'],
		['7 digits, as a spreadsheet writes them', '2902000.0', '2902000'],
		['15 digits', '+49 176 1234567890', '491761234567890'],
	])('may have from 7 to 15 digits: %s', (_, writing, digits) => {
		expect(parsePhoneNumber(writing)).toBe(digits);
	});

	it.each([
		['nothing', ''],
		['white space', '   '],
		['words', 'Maria'],
		['words beside digits', '5511999999999 (Maria)'],
		['an address', '5511999999999@s.whatsapp.net'],
		['a link', 'https://wa.me/5511999999999'],
		['too few digits', '+55 119'],
		['too many digits', '1203630432112345678'],
		['signs without digits', '+-()'],
		['a number with a fraction', '5511999999999.5'],
		['digits before a .0 that are too few', '551199.0'],
		['a digit that stands alone behind a dot', '+55.11.99999.999.9'],
		['several numbers', '5511999999999,447441429009'],
		['a national number with its leading zero', '011 99999-9999'],
		['other digits than 0 to 9', '٥٥١١٩٩٩٩٩٩٩٩٩'],
	])('is not made out of %s', (_, writing) => {
		expect(parsePhoneNumber(writing)).toBeNull();
	});
});
