import { secretTexts } from '../../../../nodes/WhatsAppMarkRead/input/secretTexts';

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

	it('are not texts so short that they stand in ordinary words', () => {
		expect(secretTexts('abc', 'abcd')).toEqual(['abcd']);
	});
});
