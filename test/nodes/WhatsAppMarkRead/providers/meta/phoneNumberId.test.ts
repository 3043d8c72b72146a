import { InvalidInput } from '../../../../../nodes/WhatsAppMarkRead/input/invalidInput';
import { parsePhoneNumberId } from '../../../../../nodes/WhatsAppMarkRead/providers/meta/phoneNumberId';

describe('A phone number id', () => {
	it.each([['106540352242922'], ['123456'], ['12345678901234567890']])(
		'is 6 to 20 digits, kept as text: %s',
		(id) => {
			expect(parsePhoneNumberId(id)).toBe(id);
		},
	);

	it.each([
		['a phone number', '+15550783881'],
		['too short', '12345'],
		['too long', '123456789012345678901'],
		['a path', '../106540352242922'],
		['a name', 'my number'],
		['empty', ''],
	])('is refused when it is %s', (_, given) => {
		expect(() => parsePhoneNumberId(given)).toThrow(InvalidInput);
		expect(() => parsePhoneNumberId(given)).toThrow(
			`'Phone Number ID' is "${given}", but a phone number ID has 6 to 20 digits`,
		);
	});

	it('is missed when neither the event nor the credential names one', () => {
		expect(() => parsePhoneNumberId(null)).toThrow("'Phone Number ID' is missing");
	});
});
