import { refusalOf } from '../../../helpers/refusalOf';
import { refuseUnsendable } from '../../../../nodes/WhatsAppMarkRead/input/headerText';

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
		expect(refusalOf(refuse)).toMatchObject({
			message: "'Token' of the credential holds characters that cannot be sent",
			advice:
				'Open the credential and paste it again: the text itself, not the dots of a hidden field, and without line breaks.',
		});
	});
});
