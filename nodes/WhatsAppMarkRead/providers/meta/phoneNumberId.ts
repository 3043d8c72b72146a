import { InvalidInput, shown } from '../../input/invalidInput';

/** Meta's id of a business phone number: digits, not the phone number itself (docs/providers/cloudApi.md, "Requests"). */
const PHONE_NUMBER_ID = /^\d{6,20}$/;

/**
 * Checks a phone number id, wherever it came from.
 *
 * @throws InvalidInput when there is none or it is no such id
 */
export function parsePhoneNumberId(given: string | null): string {
	if (given === null) {
		throw new InvalidInput(
			"'Phone Number ID' is missing",
			'The incoming message does not say on which of your numbers it came in. Choose the number in the node, or put its id into the credential.',
		);
	}
	if (!PHONE_NUMBER_ID.test(given)) {
		throw new InvalidInput(
			`'Phone Number ID' is ${shown(given)}, but such an id is 6 to 20 digits`,
			'It is not the phone number itself: copy the "Phone number ID" from the API setup page of your WhatsApp account.',
		);
	}
	return given;
}
