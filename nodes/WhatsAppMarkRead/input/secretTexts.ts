/** Shorter texts are no secrets, and hiding them would blot out ordinary words. */
const MIN_SECRET_LENGTH = 4;

/**
 * The secret values of a credential or a payload that are there and long enough to be told from ordinary text.
 * Of a credential's secret both count: what is stored, and what is sent (see `input/headerText.ts`).
 */
export function secretTexts(...values: readonly unknown[]): readonly string[] {
	const texts = values
		.filter((value): value is string => typeof value === 'string')
		.map((value) => value.trim())
		.filter((value) => value.length >= MIN_SECRET_LENGTH);
	return [...new Set(texts)];
}
