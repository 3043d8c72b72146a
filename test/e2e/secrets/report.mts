import { findSecrets, type Secret } from './find-secrets.mts';

export interface SearchedText {
	/** Where the text comes from, as in "n8n's log". */
	readonly place: string;
	readonly text: string;
}

/**
 * Looks for every secret in every text.
 * @returns one line per find, which names the secret and the place and never shows the secret
 */
export function reportSecrets(
	texts: readonly SearchedText[],
	secrets: readonly Secret[],
): readonly string[] {
	return texts.flatMap(({ place, text }) =>
		findSecrets(text, secrets).map(
			({ label, writtenAs }) => `SECRET FOUND: ${label} (${writtenAs}) in ${place}`,
		),
	);
}
