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
			'Neither the webhook, the node nor the credential names your number. Choose the number in the node, or enter its ID in the credential.',
		);
	}
	if (!PHONE_NUMBER_ID.test(given)) {
		throw new InvalidInput(
			`'Phone Number ID' is ${shown(given)}, but a phone number ID has 6 to 20 digits`,
			'It is not the phone number itself: copy the "Phone number ID" from the API setup page of your WhatsApp account.',
		);
	}
	return given;
}
