import { InvalidInput } from '../input/invalidInput';
import { asText } from '../input/untrustedJson';

/** What an HTTP header can carry as it is (RFC 9110). */
const HEADER_TEXT = /^[ -~]*$/;

/**
 * Reads a secret of a credential as it is sent, for the test of the credential and for the node. Line breaks and spaces
 * from an email or a narrow window are removed: no provider's secret contains any.
 *
 * @param given what the user pasted
 * @param label the field's label
 * @returns the secret without white space; empty when there is none
 * @throws InvalidInput when it contains anything but visible ASCII characters; the secret itself is not repeated
 */
export function readSecret(given: unknown, label: string): string {
	const secret = (asText(given) ?? '').replace(/\s+/g, '');
	if (HEADER_TEXT.test(secret)) return secret;
	throw new InvalidInput(
		`'${label}' of the credential contains characters that cannot be sent`,
		'Open the credential and paste it again: the text itself, not the dots of a hidden field.',
	);
}

/** Shorter texts are not secrets, and hiding them would also hide ordinary words. */
const MIN_SECRET_LENGTH = 4;

/**
 * The secret values of a credential or a payload that are long enough to differ from ordinary text. A credential's secret
 * is given twice: as it is stored, and as it is sent (see {@link readSecret}).
 */
export function secretTexts(...values: readonly unknown[]): readonly string[] {
	const texts = values
		.filter((value): value is string => typeof value === 'string')
		.map((value) => value.trim())
		.filter((value) => value.length >= MIN_SECRET_LENGTH);
	return [...new Set(texts)];
}
