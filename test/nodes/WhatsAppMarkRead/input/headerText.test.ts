import { refuseUnsendable } from '../../../../nodes/WhatsAppMarkRead/input/headerText';
import { InvalidInput } from '../../../../nodes/WhatsAppMarkRead/input/invalidInput';

describe('A secret that is sent in a header', () => {
	it.each([['dummy-token'], [' dummy|token+/=\n'], [''], [undefined], [5]])(
		'may be %j',
		(secret) => {
			expect(() => refuseUnsendable(secret, 'Token')).not.toThrow();
		},
	);

	it.each([
		['a line break', 'dummy\r\nx-evil: 1'],
		['a control character', 'dummy\u0000token'],
		['the dots of a hidden field', '••••••••'],
		['half a character', 'dummy\udfff'],
	])('must not hold %s, and is not repeated then', (_, secret) => {
		const refuse = () => refuseUnsendable(secret, 'Token');
		expect(refuse).toThrow(InvalidInput);
		expect(refuse).toThrow("'Token' of the credential holds characters that cannot be sent");
	});
});
