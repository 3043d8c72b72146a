import { parseCommandLine } from '../command-line.mts';
import { StartFailure } from '../failure.mts';

export interface UiOptions {
	readonly help: boolean;
	/** Run only the checks whose name holds all of these words; empty: all. */
	readonly only: readonly string[];
	/** Put the pictures of a part of the checks into docs/images as well. */
	readonly keep: boolean;
	/** Show the browser's window. */
	readonly headed: boolean;
}

const OPTIONS = {
	help: { type: 'boolean', short: 'h' },
	only: { type: 'string' },
	keep: { type: 'boolean' },
	headed: { type: 'boolean' },
} as const;

export const HELP = `Checks in Chromium what a person sees: the node in the editor of a real n8n, and the phone page.

Usage: npm run test:ui -- [options]

  --only <words>  only the checks whose name holds these words, as in --only "panel group"
  --keep          with --only: put their pictures into docs/images as well
  --headed        show the browser's window
  --help          this text

When all checks pass, the pictures they took replace those in docs/images. When one does not, a
picture of what was to be seen lies in .cache/ui/failures. Needs Chromium: apt-get install chromium.
`;

/**
 * Reads the command line (without `node` and the script's own name).
 * @throws StartFailure naming the option that is unknown, or that stands without what it needs.
 */
export function readUiOptions(commandLine: readonly string[]): UiOptions {
	const { help, only, keep, headed } = parseCommandLine(commandLine, OPTIONS, 'npm run test:ui');
	const words = wordsOf(only);
	if (only !== undefined && words.length === 0) {
		throw refusal('--only was given no words.');
	}
	if (keep && only === undefined) {
		throw refusal('--keep goes with --only: without it all pictures are kept.');
	}
	return { help: help ?? false, only: words, keep: keep ?? false, headed: headed ?? false };
}

/** Whether a check is meant by the words of `--only`; upper and lower case do not count. */
export function isMeant(name: string, words: readonly string[]): boolean {
	const searched = name.toLowerCase();
	return words.every((word) => searched.includes(word));
}

function wordsOf(text = ''): string[] {
	return text
		.toLowerCase()
		.split(/\s+/)
		.filter((word) => word !== '');
}

function refusal(reason: string): StartFailure {
	return new StartFailure(reason, 'npm run test:ui -- --help lists the options.');
}
