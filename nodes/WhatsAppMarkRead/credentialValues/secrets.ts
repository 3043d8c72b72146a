import { InvalidInput } from '../input/invalidInput';
import { asText } from '../input/untrustedJson';

/** What an HTTP header can carry as it is (RFC 9110). */
const HEADER_TEXT = /^[ -~]*$/;

/**
 * Reads a secret of a credential as it is sent, by the test of the credential and by the node alike. Line breaks and
 * spaces that a mail or a narrow window put into it are dropped: no provider's secret holds any.
 *
 * @param given what the user pasted
 * @param label what the credential calls it
 * @returns the secret without any white space; an empty text when there is none
 * @throws InvalidInput when it holds anything else but visible characters of ASCII; the secret itself is not repeated
 */
export function readSecret(given: unknown, label: string): string {
	const secret = (asText(given) ?? '').replace(/\s+/g, '');
	if (HEADER_TEXT.test(secret)) return secret;
	throw new InvalidInput(
		`'${label}' of the credential holds characters that cannot be sent`,
		'Open the credential and paste it again: the text itself, not the dots of a hidden field.',
	);
}

/** Shorter texts are no secrets, and hiding them would blot out ordinary words. */
const MIN_SECRET_LENGTH = 4;

/**
 * The secret values of a credential or a payload that are there and long enough to be told from ordinary text.
 * Of a credential's secret both count: what is stored, and what is sent (see {@link readSecret}).
 */
export function secretTexts(...values: readonly unknown[]): readonly string[] {
	const texts = values
		.filter((value): value is string => typeof value === 'string')
		.map((value) => value.trim())
		.filter((value) => value.length >= MIN_SECRET_LENGTH);
	return [...new Set(texts)];
}
