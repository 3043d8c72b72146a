import { refusalOf } from '../../../helpers/refusalOf';
import {
	readSecret,
	secretTexts,
} from '../../../../nodes/WhatsAppMarkRead/credentialValues/secrets';

describe('A secret of a credential', () => {
	it.each([
		['as it stands there', 'dummy|token+/=', 'dummy|token+/='],
		['without the white space around it', ' dummy-token\n', 'dummy-token'],
		['without a line break in it', 'dummy\r\n-token', 'dummy-token'],
		['without spaces in it', 'dummy \t-\u00a0token', 'dummy-token'],
		['as nothing when it is empty', '', ''],
		['as nothing when it is missing', undefined, ''],
		['as text when it is a number', 5, '5'],
	])('is sent %s', (_, given, sent) => {
		expect(readSecret(given, 'Token')).toBe(sent);
	});

	it.each([
		['a control character', 'dummy\u0000token'],
		['the dots of a hidden field', '••••••••'],
		['a character that does not show', 'dummy\u200btoken'],
		['half a character', 'dummy\udfff'],
	])('must not hold %s, and is not repeated then', (_, secret) => {
		expect(refusalOf(() => readSecret(secret, 'Token'))).toMatchObject({
			message: "'Token' of the credential contains characters that cannot be sent",
			advice:
				'Open the credential and paste it again: the text itself, not the dots of a hidden field.',
		});
	});
});

describe('The secrets of a credential', () => {
	it('are its texts, without the white space around them', () => {
		expect(secretTexts(' dummy-one ', 'dummy-two')).toEqual(['dummy-one', 'dummy-two']);
	});

	it('are named once, when what is stored is what is sent', () => {
		expect(secretTexts('dummy-one', 'dummy-one')).toEqual(['dummy-one']);
	});

	it('are not what is missing, or no text', () => {
		expect(secretTexts(undefined, null, 1234, {}, '')).toEqual([]);
	});

	it('are not texts so short that ordinary words contain them', () => {
		expect(secretTexts('abc', 'abcd')).toEqual(['abcd']);
	});
});
