/** Shorter texts are no secrets, and hiding them would blot out ordinary words. */
const MIN_SECRET_LENGTH = 4;

/** The secret values of a credential or a payload that are there and long enough to be told from ordinary text. */
export function secretTexts(...values: readonly unknown[]): readonly string[] {
	return values
		.filter((value): value is string => typeof value === 'string')
		.map((value) => value.trim())
		.filter((value) => value.length >= MIN_SECRET_LENGTH);
}
