import { cutText } from '../../../../nodes/WhatsAppMarkRead/input/invalidInput';

describe('Cutting a text', () => {
	it('leaves a text alone that is short enough', () => {
		expect(cutText('abc', 3)).toBe('abc');
	});

	it('marks where it cut', () => {
		expect(cutText('abcd', 3)).toBe('abc…');
	});

	it('never cuts a character in two', () => {
		expect(cutText('ab😀d', 3)).toBe('ab…');
		expect(cutText('ab😀d', 4)).toBe('ab😀…');
	});
});
