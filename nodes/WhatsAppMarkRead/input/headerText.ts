import { InvalidInput } from './invalidInput';

/** What an HTTP header can carry as it is (RFC 9110). */
const HEADER_TEXT = /^[ -~]*$/;

/**
 * Refuses a secret that no header can carry: one that was copied with a line break in it, or as the dots of a hidden field.
 * The secret itself is not repeated.
 *
 * @param secret a secret of a credential that is sent in a header
 * @param label what the credential calls it
 * @throws InvalidInput when it holds anything but visible characters of ASCII
 */
export function refuseUnsendable(secret: unknown, label: string): void {
	if (typeof secret !== 'string' || HEADER_TEXT.test(secret.trim())) return;
	throw new InvalidInput(
		`'${label}' of the credential holds characters that cannot be sent`,
		'Open the credential and paste it again: the text itself, not the dots of a hidden field, and without line breaks.',
	);
}
