const LONGEST = 80;

/** A file name, without its ending, that tells what a sentence tells. */
export function fileNameOf(sentence: string): string {
	const words = sentence.toLowerCase().match(/[a-z0-9]+/g) ?? [];
	return words.join('-').slice(0, LONGEST);
}
