/** What is left of a character of two halves when a text is cut between them. */
const HALF_AT_END = /[\ud800-\udbff]$/;

/** A text of at most so many characters: a longer one is cut, never within a character, and ends in `…`. */
export function cutText(text: string, most: number): string {
	return text.length > most ? `${text.slice(0, most).replace(HALF_AT_END, '')}…` : text;
}
