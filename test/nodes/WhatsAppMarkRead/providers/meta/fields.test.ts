import { InvalidInput } from '../../../../../nodes/WhatsAppMarkRead/input/invalidInput';
import {
	hintAboutMetaId,
	parsePhoneNumberId,
	readMetaFields,
} from '../../../../../nodes/WhatsAppMarkRead/providers/meta/fields';

const WAMID = 'wamid.HBgLMTY1MDM4Nzk0MzkVAgARGBJDQjZCMzlEQUE4OTJBMTE4RTUA';

describe("The fields of a receipt in Meta's format", () => {
	it('may leave the phone number id to the credential', () => {
		expect(readMetaFields({ phoneNumberId: '', messageId: WAMID })[0]?.account).toBeNull();
	});

	it('may hold several message ids', () => {
		const messages = readMetaFields({ messageId: ['wamid.FIRST', 'wamid.SECOND,wamid.THIRD'] });
		expect(messages.map(({ id }) => id)).toEqual(['wamid.FIRST', 'wamid.SECOND', 'wamid.THIRD']);
	});

	it.each(['false_odd', 'true_447441429009@c.us_AAAA'])(
		'never hold the id of a phone linked by QR code, not even among several: %s',
		(id) => {
			expect(() => readMetaFields({ messageId: `${WAMID},${id}` })).toThrow(
				`'Message ID' holds "${id}", which is a message ID of a phone linked by QR code`,
			);
		},
	);
});

it('An id without the prefix of Meta comes with a hint', () => {
	expect(hintAboutMetaId({ id: 'ABGGFlA5Fpa' })).toBe(
		'A message ID does not start with "wamid.": test webhooks of the Meta dashboard carry such IDs, and no ticks can turn blue for them.',
	);
	expect(hintAboutMetaId({ id: 'wamid.HBgLMTY1MDM4Nzk0MzkVAgAR' })).toBeNull();
});

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
	])('cannot be %s', (_, given) => {
		expect(() => parsePhoneNumberId(given)).toThrow(InvalidInput);
		expect(() => parsePhoneNumberId(given)).toThrow(
			`'Phone Number ID' is "${given}", but a phone number ID has 6 to 20 digits`,
		);
	});

	it('is missing when neither the event nor the credential names one', () => {
		expect(() => parsePhoneNumberId(null)).toThrow("'Phone Number ID' is missing");
	});
});
